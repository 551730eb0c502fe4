/// The pages of docs/findings and docs/causes, which are shipped inside.
@NullMarked
package org.isolctl.app.pages;

import org.jspecify.annotations.NullMarked;
