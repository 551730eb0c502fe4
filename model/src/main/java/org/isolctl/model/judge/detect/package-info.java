/// One detector per kind of finding: pure functions from a situation to findings.
@NullMarked
package org.isolctl.model.judge.detect;

import org.jspecify.annotations.NullMarked;
