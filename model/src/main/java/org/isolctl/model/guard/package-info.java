/// What the guard decides: pure functions of what was seen, what is wanted and the time.
///
/// Nothing here looks at the machine or at a clock. Times are nanoseconds of `CLOCK_MONOTONIC`, the
/// clock of both `System.nanoTime()` and the kernel's process events.
@NullMarked
package org.isolctl.model.guard;

import org.jspecify.annotations.NullMarked;
