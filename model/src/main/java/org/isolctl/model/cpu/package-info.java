/// Sets of CPUs in the kernel's own two text forms.
@NullMarked
package org.isolctl.model.cpu;

import org.jspecify.annotations.NullMarked;
