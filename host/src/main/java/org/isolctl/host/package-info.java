/// A machine as a value, and what can be observed of it: start at {@link org.isolctl.host.Host}.
@NullMarked
package org.isolctl.host;

import org.jspecify.annotations.NullMarked;
