package org.isolctl.model.judge;

import org.isolctl.model.kernel.Answer;
import org.isolctl.model.predict.Fix;
import org.isolctl.model.predict.PredictionInput;
import org.isolctl.model.thread.ThreadClass;

/// What keeps a class of threads off the isolated CPUs for good.
public sealed interface Lasting {
  /// In words, for a remedy.
  String text();

  /// A boot line does.
  record Boot(String line) implements Lasting {
    @Override
    public String text() {
      return "boot with " + line;
    }
  }

  /// No boot word does.
  ///
  /// @param why what this kernel does instead
  record NoBootWord(String why) implements Lasting {
    @Override
    public String text() {
      return "no boot word does: " + why;
    }
  }

  /// What the fullest boot line of a kernel does for one class of threads.
  static Lasting of(Fix fix, ThreadClass threads, PredictionInput input) {
    return fix.remaining().contains(threads.label())
        ? new NoBootWord(why(threads, input))
        : new Boot(fix.bootLine());
  }

  /// The eras are those of model.rules.ThreadRules and WorkqueueRules.
  private static String why(ThreadClass threads, PredictionInput input) {
    var kernel = input.kernel();
    if (threads == ThreadClass.UNBOUND_KWORKER) {
      return "isolcpus= keeps unbound workqueues away from 4.15 on";
    }
    if (threads == ThreadClass.NODE_KTHREAD && !kernel.isAtLeast(6, 14)) {
      return "up to 6.13 these threads take all CPUs of their node";
    }
    if (!kernel.isAtLeast(5, 9)) {
      return "up to 5.8 kernel threads take all CPUs";
    }
    return input.config().has("NO_HZ_FULL") == Answer.NO && !kernel.isAtLeast(7, 0)
        ? "up to 6.19 only nohz_full= reaches them, and this kernel is built without it"
        : "this kernel gives them these CPUs under every line";
  }
}
