/// What a guest finds in its first file system: archives that the kernel unpacks into memory.
@NullMarked
package org.isolctl.lab.image;

import org.jspecify.annotations.NullMarked;
