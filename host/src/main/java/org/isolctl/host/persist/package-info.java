/// The files of boot loaders, read and written so that a crash leaves the old or the new.
@NullMarked
package org.isolctl.host.persist;

import org.jspecify.annotations.NullMarked;
