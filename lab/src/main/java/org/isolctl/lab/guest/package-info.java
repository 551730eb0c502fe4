/// A kernel at work in QEMU: booting it, running commands in it, and getting rid of it.
@NullMarked
package org.isolctl.lab.guest;

import org.jspecify.annotations.NullMarked;
