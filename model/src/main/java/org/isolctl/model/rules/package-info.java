/// What kernels do with isolation, 3.10 to 7.3, as one list of small records.
///
/// To add a kernel version: end the range of the rules that no longer hold, add the new ones beside
/// them, and raise {@link org.isolctl.model.rules.KernelRules#NEWEST_READ}. Nothing else knows
/// version numbers.
@NullMarked
package org.isolctl.model.rules;

import org.jspecify.annotations.NullMarked;
