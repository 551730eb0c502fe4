/// What shall be changed on a machine so that its isolation holds, and how to take it back.
@NullMarked
package org.isolctl.model.plan;

import org.jspecify.annotations.NullMarked;
