/// Writing a machine into an archive, and reading such an archive without trusting it.
@NullMarked
package org.isolctl.host.capture;

import org.jspecify.annotations.NullMarked;
