/// What the user allows and wants, beyond what the machine says.
@NullMarked
package org.isolctl.model.policy;

import org.jspecify.annotations.NullMarked;
