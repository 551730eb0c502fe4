/// The classes of threads that a kernel treats alike, and how to tell which one a thread is of.
@NullMarked
package org.isolctl.model.thread;

import org.jspecify.annotations.NullMarked;
