/// What a boot line does on a kernel: the masks it leads to, and what is wrong with it.
@NullMarked
package org.isolctl.model.predict;

import org.jspecify.annotations.NullMarked;
