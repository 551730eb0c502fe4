/// The boot line (kernel command line), cut into words as the kernel does it.
@NullMarked
package org.isolctl.model.bootline;

import org.jspecify.annotations.NullMarked;
