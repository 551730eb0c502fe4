/// What a service tells its manager.
@NullMarked
package org.isolctl.host.notify;

import org.jspecify.annotations.NullMarked;
