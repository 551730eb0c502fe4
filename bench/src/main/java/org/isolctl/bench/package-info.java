/// Micro-benchmarks: how fast the pure parts are.
@NullMarked
package org.isolctl.bench;

import org.jspecify.annotations.NullMarked;
