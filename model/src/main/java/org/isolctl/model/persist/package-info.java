/// How boot words are kept over a reboot: the files of boot loaders, as texts before and after.
@NullMarked
package org.isolctl.model.persist;

import org.jspecify.annotations.NullMarked;
