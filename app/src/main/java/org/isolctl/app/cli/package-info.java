/// The command line: one class per verb, the options that they share, and the exit codes.
@NullMarked
package org.isolctl.app.cli;

import org.jspecify.annotations.NullMarked;
