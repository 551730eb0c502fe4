package org.isolctl.model.judge;

import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.thread.ThreadClass;

/// What a finding is about.
public sealed interface Subject {
  /// One thread.
  ///
  /// @param comm raw, as the kernel has it: to be made safe before it is printed
  record OfThread(int tid, String comm, ThreadClass threadClass) implements Subject {}

  /// Several threads of one process.
  ///
  /// @param tids the threads that pile up
  record OfProcess(int tgid, String comm, List<Integer> tids) implements Subject {}

  record OfIrq(int number, String name) implements Subject {}

  /// One workqueue, or all unbound ones.
  ///
  /// @param name `*` for the mask of all unbound workqueues
  record OfWorkqueue(String name) implements Subject {}

  record OfCpus(CpuSet cpus) implements Subject {}

  record OfQueue(String device, String queue) implements Subject {}

  record OfPartition(String path) implements Subject {}

  /// A word of the boot line.
  ///
  /// @param offset where in the boot line the trouble is, counted from 0
  record OfBootWord(String word, int offset) implements Subject {}

  /// A setting or a service.
  ///
  /// @param name for instance `irqbalance`, or `/proc/irq/default_smp_affinity`
  record OfSetting(String name) implements Subject {}
}
