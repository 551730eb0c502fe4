package org.isolctl.app.guard;

/// Where happenings are told: the log, or a test.
@FunctionalInterface
interface Diary {
  void tell(Happening happening);
}
