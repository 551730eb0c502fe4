/// Changes a machine: each change is written down first, made, seen, and can be taken back.
@NullMarked
package org.isolctl.host.act;

import org.jspecify.annotations.NullMarked;
