package org.isolctl.host.netlink;

/// One thing that was heard on the proc connector.
public sealed interface ProcEvent {
  /// kthreadd made a thread, or a usermode helper was started in its name.
  ///
  /// @param tid its number
  /// @param cpu where kthreadd ran
  /// @param atNanos when, on `CLOCK_MONOTONIC`, the clock of `System.nanoTime()`
  record Forked(int tid, int cpu, long atNanos) implements ProcEvent {}

  /// The kernel answers a request of ours to send events, or none any more.
  ///
  /// @param error 0, or an error number, for instance 1 (EPERM)
  record Acknowledged(int error) implements ProcEvent {}

  /// The receive buffer was full and events were dropped (ENOBUFS): the only sign of it, as a
  /// socket with a filter sees gaps in the sequence numbers all the time.
  record Lost() implements ProcEvent {}

  /// Something that is of no interest here.
  record Other() implements ProcEvent {}

  /// Nothing is waiting.
  record None() implements ProcEvent {}
}
