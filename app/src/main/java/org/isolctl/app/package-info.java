/// Where the program starts.
@NullMarked
package org.isolctl.app;

import org.jspecify.annotations.NullMarked;
