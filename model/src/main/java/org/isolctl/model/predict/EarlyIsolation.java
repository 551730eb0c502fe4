package org.isolctl.model.predict;

import java.util.Optional;
import org.isolctl.model.bootline.BootWord;
import org.isolctl.model.bootline.Span;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.Answer;

/// `isolcpus=` and `nohz_full=` before 4.15: two masks that know nothing of each other
/// (kernel/sched/core.c and kernel/time/tick-sched.c, 3.10).
final class EarlyIsolation {
  private final PredictionInput input;
  private final Cpulists cpulists;
  private final Remarks remarks;
  private CpuSet isolated = CpuSet.empty();
  private CpuSet nohzFull = CpuSet.empty();
  private Optional<BootWord> isolatedBy = Optional.empty();
  private Optional<BootWord> nohzFullBy = Optional.empty();

  EarlyIsolation(PredictionInput input, Cpulists cpulists, Remarks remarks) {
    this.input = input;
    this.cpulists = cpulists;
    this.remarks = remarks;
  }

  CpuSet isolated() {
    return isolated;
  }

  CpuSet nohzFull() {
    return nohzFull;
  }

  Optional<BootWord> isolatedBy() {
    return isolatedBy;
  }

  Optional<BootWord> nohzFullBy() {
    return nohzFullBy;
  }

  void isolcpus(BootWord word) {
    if (word.value().isEmpty()) {
      remarks.valueMissing("isolcpus", word);
      return;
    }
    isolatedBy.ifPresent(earlier -> remarks.repeated("isolcpus", earlier));
    isolated = list("isolcpus", word, true);
    isolatedBy = Optional.of(word);
  }

  void nohzFull(BootWord word) {
    if (word.value().isEmpty()) {
      remarks.valueMissing("nohz_full", word);
      return;
    }
    if (input.config().has("NO_HZ_FULL") == Answer.NO) {
      remarks.error(
          DiagnosticCode.NOHZ_UNSUPPORTED,
          "nohz_full",
          word.at(),
          "This kernel is built without CONFIG_NO_HZ_FULL and does not know the word.",
          "use a kernel with CONFIG_NO_HZ_FULL=y, or leave the word out");
      return;
    }
    nohzFullBy.ifPresent(earlier -> remarks.repeated("nohz_full", earlier));
    nohzFull = list("nohz_full", word, false);
    nohzFullBy = Optional.of(word);
  }

  private CpuSet list(String parameter, BootWord word, boolean keepsGoodItems) {
    String list = word.value().orElse("");
    var reading = cpulists.read(list);
    if (reading.error().isPresent()) {
      String consequence =
          keepsGoodItems
              ? reading.kept().isEmpty()
                  ? "nothing is isolated"
                  : "only what stands before it counts, " + reading.kept()
              : "the whole option is dropped";
      cpulists.remark(
          remarks, parameter, list, word.valueAt().offset(), reading.error().get(), consequence);
      return keepsGoodItems ? reading.kept() : CpuSet.empty();
    }
    remarkEmptyItem(parameter, word, list, reading.kept());
    return reading.kept();
  }

  private void remarkEmptyItem(String parameter, BootWord word, String list, CpuSet kept) {
    boolean emptyItem = list.isBlank() || list.startsWith(",") || list.contains(",,");
    if (!emptyItem) {
      return;
    }
    var at = list.isEmpty() ? word.at() : new Span(word.valueAt().offset(), list.length());
    if (cpulists.grammar().emptyIsZero()) {
      remarks.error(
          DiagnosticCode.LIST_EMPTY,
          parameter,
          at,
          "To this kernel an empty item means CPU 0: the list is read as " + kept + ".",
          "leave out the comma, or the word");
    } else if (kept.isEmpty()) {
      remarks.error(
          DiagnosticCode.LIST_EMPTY,
          parameter,
          at,
          "The list holds no CPU: nothing is isolated.",
          "write a list, or leave the word out");
    }
  }
}
