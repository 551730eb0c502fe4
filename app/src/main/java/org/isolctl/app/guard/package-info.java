/// The daemon that keeps new kernel threads off the isolated CPUs: small agents, each of which does
/// one unit of work when it is stepped, and a loop that steps them.
@NullMarked
package org.isolctl.app.guard;

import org.jspecify.annotations.NullMarked;
