/// The policy file: what the user says about the machine, in TOML.
@NullMarked
package org.isolctl.app.policy;

import org.jspecify.annotations.NullMarked;
