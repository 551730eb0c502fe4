package org.isolctl.model.cpu;

/// What a cpulist may hold beyond numbers and ranges.
public enum CpulistGrammar {
  /// Numbers, ranges, groups and blanks.
  PLAIN
}
