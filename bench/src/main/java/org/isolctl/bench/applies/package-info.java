/// `isolctl apply` beside other ways to free CPUs, all in one guest.
@NullMarked
package org.isolctl.bench.applies;

import org.jspecify.annotations.NullMarked;
