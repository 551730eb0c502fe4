/// Which threads there are, what their masks are, and which of them ran.
@NullMarked
package org.isolctl.host.threads;

import org.jspecify.annotations.NullMarked;
