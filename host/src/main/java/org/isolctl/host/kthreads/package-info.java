/// The kernel threads of the running machine, one at a time and fast.
@NullMarked
package org.isolctl.host.kthreads;

import org.jspecify.annotations.NullMarked;
