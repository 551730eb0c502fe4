package org.isolctl.model.kernelpatch;

import java.util.List;
import java.util.Map;

/// A semantic patch for Coccinelle that isolctl ships.
public enum SemanticPatch {
  /// Adds `cpu_isolated_mask`, and below 7.0 keeps kthreadd and every new kernel thread off it.
  ISOLATE_KTHREADS("isolate-kthreads.cocci"),
  /// Rescuers of workqueues, kswapd and kcompactd, which choose CPUs for themselves.
  MORE("isolate-kthreads-more.cocci");

  private final String script;

  SemanticPatch(String script) {
    this.script = script;
  }

  /// The name of its file in `kernel/`.
  public String script() {
    return script;
  }

  /// The files that it reads, from the top of the tree; a tree may lack some.
  public List<String> files() {
    return switch (this) {
      case ISOLATE_KTHREADS ->
          List.of(
              TreeFile.CPUMASK_H,
              TreeFile.CPU_C,
              TreeFile.KTHREAD_C,
              TreeFile.SCHED_CORE_C,
              TreeFile.ISOLATION_C);
      case MORE -> List.of(TreeFile.WORKQUEUE_C, TreeFile.VMSCAN_C, TreeFile.COMPACTION_C);
    };
  }

  /// Whether any trace of it is in the tree.
  ///
  /// @param tree texts of the files of a tree, by their path from its top
  public boolean leftTraceIn(Map<String, String> tree) {
    Shape trace =
        switch (this) {
          case ISOLATE_KTHREADS -> Shape.of("cpu_isolated_mask");
          case MORE -> Places.RESCUER;
        };
    return files().stream().anyMatch(file -> trace.countIn(tree.getOrDefault(file, "")) > 0);
  }
}
