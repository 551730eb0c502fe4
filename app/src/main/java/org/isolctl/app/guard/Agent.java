package org.isolctl.app.guard;

/// Something that works in small steps and never waits by itself, so that a test can step it by
/// hand.
interface Agent {
  /// Does what is due.
  void step();

  /// When it is to be stepped again, at the latest; `Long.MAX_VALUE` when only an event can give it
  /// work.
  long dueNanos();
}
