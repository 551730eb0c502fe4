/// What the semantic patches of `kernel/` must change in a kernel tree, and whether they did.
@NullMarked
package org.isolctl.model.kernelpatch;

import org.jspecify.annotations.NullMarked;
