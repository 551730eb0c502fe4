@NullMarked
package org.isolctl.packaging;

import org.jspecify.annotations.NullMarked;
