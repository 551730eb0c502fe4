/// Which kernel it is: its version and its configuration.
@NullMarked
package org.isolctl.model.kernel;

import org.jspecify.annotations.NullMarked;
