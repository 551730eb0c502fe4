/// From facts to findings: is the isolation real, who breaks it, why, and what mends it.
@NullMarked
package org.isolctl.model.judge;

import org.jspecify.annotations.NullMarked;
