/// Boots a kernel in QEMU and brings back the masks that it gives: nothing of this machine is
/// changed, and nothing is left behind.
@NullMarked
package org.isolctl.host.vm;

import org.jspecify.annotations.NullMarked;
