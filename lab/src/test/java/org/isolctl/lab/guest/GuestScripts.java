package org.isolctl.lab.guest;

/// What the tests of acting do in a guest beside isolctl itself.
final class GuestScripts {
  private GuestScripts() {}

  /// Makes a guest's isolation violated on every kernel: 7.0 and later keep their threads off the
  /// isolated CPUs by themselves, but not against `taskset`.
  static final String STRAYS =
      """
      echo never >/sys/kernel/mm/transparent_hugepage/enabled
      while pidof khugepaged >/dev/null; do sleep 0.1; done
      taskset -p f 2 >/dev/null
      taskset -p f $(pidof khungtaskd) >/dev/null
      taskset -p a $(pidof kdevtmpfs) >/dev/null
      echo f >/sys/devices/virtual/workqueue/cpumask
      taskset 8 sleep 100000 &
      """;

  /// Makes khugepaged, a kernel thread that comes and goes by a setting, and a user thread that
  /// strays.
  static final String KHUGEPAGED =
      """
      echo always >/sys/kernel/mm/transparent_hugepage/enabled
      until pidof khugepaged >/dev/null; do sleep 0.1; done
      sleep 1
      taskset f sleep 200000 &
      """;

  /// The masks of everything that isolctl can set, by other means. Workers of workqueues come and
  /// go (PF_WQ_WORKER, 0x20), and so do the shells of this script.
  static final String MASKS =
      """
      cd /proc
      for t in [0-9]*; do
        stat=$(cat $t/stat 2>/dev/null) || continue
        set -- ${stat##*) }
        [ $(($7 & 0x20)) -eq 0 ] || continue
        read -r comm <$t/comm
        case $comm in sh|init|agent|cat|sed|sleep|timeout|khugepaged) continue ;; esac
        echo "$t ${20} $comm $(sed -n 's/^Cpus_allowed_list:.//p' $t/status)"
      done
      grep -H . /proc/irq/*/smp_affinity_list /proc/irq/default_smp_affinity
      grep -H . /sys/devices/virtual/workqueue/cpumask /sys/devices/virtual/workqueue/*/cpumask
      grep -H . /proc/sys/kernel/watchdog_cpumask /sys/class/net/*/queues/rx-*/rps_cpus
      true
      """;

  /// Kills apply with signal 9 as soon as its journal has so many changes. The loop forks nothing,
  /// so that it is quicker than what it watches. Prints how many changes there were in the end.
  static String killAtChange(int number) {
    return """
    journal=/run/isolctl/journal
    rm -rf /run/isolctl
    isolctl apply --yes >/dev/null 2>&1 &
    n=0
    while [ $n -lt %d ]; do
      n=0
      [ ! -e $journal ] || while read -r word rest; do
        [ "$word" != change ] || n=$((n + 1))
      done <$journal
      [ -d /proc/$! ] || break
    done
    kill -9 $! 2>/dev/null
    wait
    grep -c ^change $journal
    """
        .formatted(number);
  }
}
