/// Makes of the jars of a build what people install: a runtime image with the command linked in, an
/// archive for a quick start, manual pages and completions. Runs at build time, is never shipped.
@NullMarked
package org.isolctl.packaging;

import org.jspecify.annotations.NullMarked;
