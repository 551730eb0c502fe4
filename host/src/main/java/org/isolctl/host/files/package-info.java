/// Where readings come from: the running kernel, a folder, an archive.
@NullMarked
package org.isolctl.host.files;

import org.jspecify.annotations.NullMarked;
