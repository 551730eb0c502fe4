package org.isolctl.model.predict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isolctl.model.bootline.BootWord;

/// Words that move no mask but bear on isolation, and words that only look as if they did.
final class KnownWords {
  private static final String NEVER_MERGED =
      "No kernel.org kernel has ever known this word: it was proposed and not merged.";

  // The known words as a hurried hand might write them: small letters, no underscores, no plural.
  private static final Map<String, String> BY_BARE_NAME =
      Map.of(
          "isolcpu", "isolcpus",
          "nohzfull", "nohz_full",
          "rcunocb", "rcu_nocbs",
          "rcunocbpoll", "rcu_nocb_poll",
          "irqaffinity", "irqaffinity",
          "workqueue.unboundcpu", "workqueue.unbound_cpus",
          "kthreadcpu", "kthread_cpus",
          "maxcpu", "maxcpus",
          "nrcpu", "nr_cpus");

  private KnownWords() {}

  static void remark(BootWord word, Remarks remarks) {
    String value = word.value().orElse("");
    switch (word.canonicalName()) {
      case "kthread_cpus" ->
          remarks.error(
              DiagnosticCode.PARAMETER_UNKNOWN,
              "kthread_cpus",
              word.at(),
              NEVER_MERGED,
              "use what this kernel has: nohz_full= from 5.9 to 6.19, isolcpus= from 7.0 on");
      case "nohz" -> {
        if (isOff(value)) {
          remarks.warning(
              DiagnosticCode.NOHZ_OFF,
              "nohz",
              word.at(),
              "The tick runs on every CPU, also on those of nohz_full=.",
              "leave the word out");
        }
      }
      case "nowatchdog", "nosoftlockup" ->
          remarks.info(
              DiagnosticCode.WATCHDOG_OFF,
              word.canonicalName(),
              word.at(),
              "The lockup detector is off: one timer less on every CPU.");
      case "nmi_watchdog" ->
          remarks.info(
              DiagnosticCode.NMI_WATCHDOG,
              "nmi_watchdog",
              word.at(),
              value.startsWith("0")
                  ? "The hard lockup detector is off: no performance counter interrupts by it."
                  : "The hard lockup detector may interrupt the CPUs outside nohz_full=.");
      case "skew_tick" ->
          remarks.info(
              DiagnosticCode.SKEW_TICK,
              "skew_tick",
              word.at(),
              "The ticks of the CPUs are staggered: of little use on CPUs without a tick.");
      case "tsc" -> {
        if (value.equals("reliable") || value.equals("nowatchdog")) {
          remarks.info(
              DiagnosticCode.TSC_WATCHDOG_OFF,
              "tsc",
              word.at(),
              "The clock source watchdog is off, whose timer goes round the CPUs.");
        }
      }
      case "mce" -> {
        if (List.of("ignore_ce", "no_cmci", "off").contains(value)) {
          remarks.info(
              DiagnosticCode.MCE_QUIET,
              "mce",
              word.at(),
              "Corrected machine errors cause less work on each CPU, and are seen less.");
        }
      }
      case "rcu_nocb_poll" ->
          remarks.info(
              DiagnosticCode.RCU_NOCB_POLL,
              "rcu_nocb_poll",
              word.at(),
              "The rcuo threads poll: isolated CPUs need not wake them, housekeeping CPUs work"
                  + " more.");
      case "systemd.cpu_affinity" ->
          remarks.info(
              DiagnosticCode.SYSTEMD_CPU_AFFINITY,
              "systemd.cpu_affinity",
              word.at(),
              "Not the kernel but systemd reads this: it sets the CPUs of process 1 and its"
                  + " services.");
      case "tuned.non_isolcpus" ->
          remarks.info(
              DiagnosticCode.TUNED_NON_ISOLCPUS,
              "tuned.non_isolcpus",
              word.at(),
              "Not the kernel but a hook of tuned in the initramfs reads this hexadecimal mask.");
      default -> remarkMisspelled(word, remarks);
    }
  }

  static void afterDashes(BootWord word, Remarks remarks) {
    String known = BY_BARE_NAME.get(bare(word.name()));
    if (known != null) {
      remarks.error(
          DiagnosticCode.AFTER_DASHES,
          word.canonicalName(),
          word.at(),
          "Words behind '--' go to process 1: the kernel does not look at this one.",
          "write it before the '--'");
    }
  }

  private static void remarkMisspelled(BootWord word, Remarks remarks) {
    String known = BY_BARE_NAME.get(bare(word.name()));
    if (known != null && !word.isNamed(known)) {
      remarks.error(
          DiagnosticCode.PARAMETER_MISSPELLED,
          word.name(),
          word.nameAt(),
          "The kernel does not know this word, and hands it to process 1.",
          "write " + known);
    }
  }

  private static String bare(String name) {
    String bare = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    return bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static boolean isOff(String value) {
    return value.startsWith("0")
        || value.startsWith("n")
        || value.startsWith("N")
        || value.regionMatches(true, 0, "of", 0, 2);
  }
}
