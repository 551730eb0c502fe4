/// System calls by their kernel names, with the error number as a value.
@NullMarked
package org.isolctl.host.linux;

import org.jspecify.annotations.NullMarked;
