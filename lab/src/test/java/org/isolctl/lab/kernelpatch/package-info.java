/// The semantic patches of `kernel/` on real sources, and the kernels that come of them.
@NullMarked
package org.isolctl.lab.kernelpatch;

import org.jspecify.annotations.NullMarked;
