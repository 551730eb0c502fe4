package org.isolctl.model.cpu;

final class CpulistParser {
  private CpulistParser() {}

  static CpuSet parse(String text, CpulistGrammar grammar) {
    throw new CpuSetSyntaxException(text, 0, "not parsed with " + grammar);
  }
}
