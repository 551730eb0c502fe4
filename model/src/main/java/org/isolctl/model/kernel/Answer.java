package org.isolctl.model.kernel;

/// Whether something is so, where it may be that nobody knows.
public enum Answer {
  YES,
  NO,
  UNKNOWN
}
