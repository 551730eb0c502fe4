/// Holds the rules of the model against what kernels did: cases, evidence, and what is made of it.
@NullMarked
package org.isolctl.lab.conformance;

import org.jspecify.annotations.NullMarked;
