/// Programs being put where they shall run: started in place of this one, or moved.
@NullMarked
package org.isolctl.host.run;

import org.jspecify.annotations.NullMarked;
