/// The one place that calls native code; nothing outside may use `java.lang.foreign`.
@NullMarked
package org.isolctl.host.linux.ffm;

import org.jspecify.annotations.NullMarked;
