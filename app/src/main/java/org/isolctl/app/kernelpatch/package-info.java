/// Applies the semantic patches of `kernel/` to a kernel tree: all of them or nothing.
@NullMarked
package org.isolctl.app.kernelpatch;

import org.jspecify.annotations.NullMarked;
