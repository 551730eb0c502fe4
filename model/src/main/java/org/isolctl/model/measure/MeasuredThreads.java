package org.isolctl.model.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.measure.Measurement.Share;
import org.isolctl.model.thread.ThreadClass;
import org.isolctl.model.thread.ThreadClassifier;

/// Gathers threads, one after the other, by class and mask.
public final class MeasuredThreads {
  private final Map<String, Map<CpuSet, List<String>>> threads = new TreeMap<>();

  /// None so far.
  public MeasuredThreads() {}

  /// Takes a thread in.
  ///
  /// @param mask its `Cpus_allowed_list`
  public void add(int tid, ThreadStat stat, CpuSet mask) {
    var threadClass = ThreadClassifier.classify(tid, stat, mask);
    boolean hasCommonMask =
        switch (threadClass) {
          case INIT, KTHREADD, KTHREAD, NODE_KTHREAD, RCU_GP, RCUO, UNBOUND_KWORKER, RESCUER ->
              true;
          case PER_CPU_KTHREAD, BOUND_KWORKER, IRQ_THREAD, USER -> false;
        };
    if (hasCommonMask) {
      threads
          .computeIfAbsent(name(threadClass, stat.comm()), _ -> new LinkedHashMap<>())
          .computeIfAbsent(mask, _ -> new ArrayList<>())
          .add(stat.comm());
    }
  }

  private static String name(ThreadClass threadClass, String comm) {
    if (threadClass != ThreadClass.NODE_KTHREAD) {
      return threadClass.label();
    }
    String node = comm.replaceFirst("^[^0-9]*0*(?=[0-9])", "");
    return node.equals("0") ? threadClass.label() : threadClass.label() + "." + node;
  }

  /// All that were taken in; of each class, the mask that most of them have comes first.
  public Map<String, List<Share>> shares() {
    var shares = new LinkedHashMap<String, List<Share>>();
    threads.forEach((name, masks) ->
        shares.put(
            name,
            masks.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Share share) -> -share.names().size()))
                .toList()));
    return shares;
  }
}
