/// The guard beside other watchers of new kernel threads, all in one guest.
@NullMarked
package org.isolctl.bench.guards;

import org.jspecify.annotations.NullMarked;
