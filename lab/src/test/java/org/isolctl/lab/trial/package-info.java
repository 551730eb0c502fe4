/// `isolctl try`, run as a process of its own on real kernels.
@NullMarked
package org.isolctl.lab.trial;

import org.jspecify.annotations.NullMarked;
