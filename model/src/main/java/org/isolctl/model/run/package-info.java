/// Where a program shall run: which CPUs, which group, which scheduling policy.
@NullMarked
package org.isolctl.model.run;

import org.jspecify.annotations.NullMarked;
