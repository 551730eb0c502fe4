package org.isolctl.host.act;

/// What the machine answered to a change.
public sealed interface Answer {
  /// It took it.
  record Done() implements Answer {}

  /// There is nothing to change any more: the thread ended, the device was taken away.
  record Gone() implements Answer {}

  /// It refused.
  ///
  /// @param error the name of the error, for instance `EPERM`
  /// @param why what that means here, and the way out where there is one
  /// @param byDesign whether the machine refuses this for good, whoever asks
  record Refused(String error, String why, boolean byDesign) implements Answer {}
}
