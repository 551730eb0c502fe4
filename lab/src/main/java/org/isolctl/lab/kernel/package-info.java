/// The kernels that the lab can boot, and the folder where it keeps what is dear to make.
@NullMarked
package org.isolctl.lab.kernel;

import org.jspecify.annotations.NullMarked;
