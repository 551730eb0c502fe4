package org.isolctl.host.capture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isolctl.host.threads.Masks;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;

/// The masks that system calls gave, in one file of a capture: `TID state CPULIST`.
record MaskIndex(Map<Integer, Reading<CpuSet>> masks) implements Masks {
  static final String ENTRY = "isolctl/masks";
  private static final String HEADER = "isolctl-masks 1";

  @Override
  public Reading<CpuSet> mask(int tid) {
    var recorded = masks.get(tid);
    return recorded == null ? Reading.absent(Masks.source(tid)) : recorded;
  }

  @Override
  public boolean areCalls() {
    return true;
  }

  String write() {
    var text = new StringBuilder(HEADER).append('\n');
    masks.forEach((tid, reading) -> {
      var fields = ReadingLine.write(reading.parse(mask -> List.of(mask.toList())));
      fields.addFirst(Integer.toString(tid));
      text.append(TabbedLine.join(fields)).append('\n');
    });
    return text.toString();
  }

  /// Reads what {@link #write} wrote.
  ///
  /// @throws IllegalArgumentException naming the line that is wrong
  static MaskIndex parse(String text) {
    var masks = new TreeMap<Integer, Reading<CpuSet>>();
    IndexText.read(
        text,
        HEADER,
        fields -> {
          int tid = Integer.parseInt(fields.getFirst());
          var reading = ReadingLine.read(Masks.source(tid), fields.subList(1, fields.size()));
          masks.put(tid, reading.parse(list -> CpuSet.parseList(String.join("", list))));
        });
    return new MaskIndex(masks);
  }
}
