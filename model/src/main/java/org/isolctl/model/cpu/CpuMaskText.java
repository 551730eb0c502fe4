package org.isolctl.model.cpu;

final class CpuMaskText {
  private CpuMaskText() {}

  static CpuSet parse(String text) {
    throw new CpuSetSyntaxException(text, 0, "not parsed");
  }

  static String print(CpuSet set, int width) {
    return set.toList() + width;
  }
}
