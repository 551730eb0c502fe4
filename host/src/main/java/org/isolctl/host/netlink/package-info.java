/// The kernel's announcements of new processes (drivers/connector/cn_proc.c), by netlink.
@NullMarked
package org.isolctl.host.netlink;

import org.jspecify.annotations.NullMarked;
