package org.isolctl.model.kernelpatch;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.model.kernel.KernelVersion;

/// Which places of which kernel the semantic patches must change: written down from the trees of
/// 3.10.4, 4.4.155, 4.10.17, 4.19.78, 5.8.1, 5.15.100, 5.17-rc5, 6.1.192, 6.12.117, 6.13.7, 6.14.0,
/// 6.18.2, 6.19.9 and 7.3.4.
public final class Places {
  static final Shape RESCUER =
      Shape.of("kthread_bind_mask(rescuer->task, housekeeping_cpumask(HK_TYPE_DOMAIN))");

  private static final String NODE_DAEMON =
      "if (!cpumask_intersects(@, cpu_isolated_mask)) set_cpus_allowed_ptr(@);";

  private Places() {}

  /// The places that a patch must change, each with what is done there.
  ///
  /// @param hasIsolationFile whether the tree has {@link TreeFile#ISOLATION_C}, asked of the tree
  ///   because vendors carry it back
  public static List<Place> of(
      SemanticPatch patch, KernelVersion version, boolean hasIsolationFile) {
    return switch (patch) {
      case ISOLATE_KTHREADS -> isolateKthreads(version, hasIsolationFile);
      case MORE -> more(version);
    };
  }

  private static List<Place> isolateKthreads(KernelVersion version, boolean hasIsolationFile) {
    var places = new ArrayList<>(mask());
    places.add(value(hasIsolationFile));
    if (!version.isAtLeast(7, 0)) {
      places.addAll(kthreads());
    }
    if (version.isAtLeast(6, 14) && !version.isAtLeast(7, 0)) {
      places.addAll(nodes());
    }
    return List.copyOf(places);
  }

  private static List<Place> mask() {
    return List.of(
        Place.once(
            TreeFile.CPUMASK_H,
            "cpu_isolated_mask declared",
            "extern struct cpumask __cpu_isolated_mask;"),
        Place.once(
            TreeFile.CPUMASK_H,
            "named beside cpu_online_mask",
            "#define cpu_isolated_mask ((const struct cpumask *)&__cpu_isolated_mask)"),
        Place.once(
            TreeFile.CPU_C,
            "cpu_isolated_mask defined",
            "; struct cpumask __cpu_isolated_mask __read_mostly;"),
        Place.once(TreeFile.CPU_C, "exported to modules", "EXPORT_SYMBOL(__cpu_isolated_mask);"));
  }

  /// `cpu_isolated_map` of kernel/sched/core.c until 4.14, the housekeeping code since 4.15.
  private static Place value(boolean hasIsolationFile) {
    String purpose = "cpu_isolated_mask filled at boot";
    if (!hasIsolationFile) {
      return Place.once(
          TreeFile.SCHED_CORE_C, purpose, "cpumask_copy(&__cpu_isolated_mask, cpu_isolated_map);");
    }
    return Place.once(
        TreeFile.ISOLATION_C,
        purpose,
        "cpumask_andnot(&__cpu_isolated_mask, cpu_possible_mask, housekeeping_cpumask(@));");
  }

  private static List<Place> kthreads() {
    return List.of(
        Place.once(
            TreeFile.KTHREAD_C,
            "a default mask for kernel threads",
            "static struct cpumask kthread_default_mask;"),
        Place.once(
            TreeFile.KTHREAD_C,
            "kthreadd given that mask",
            "kthread_set_default_mask(@); set_cpus_allowed_ptr(@, &kthread_default_mask);"),
        new Place(
            TreeFile.KTHREAD_C,
            "new kernel threads given it",
            Shape.of("set_cpus_allowed_ptr(@, &kthread_default_mask);"),
            3),
        Place.once(
            TreeFile.KTHREAD_C,
            "kthreadd moved off an isolated boot CPU",
            "core_initcall(kthreadd_leave_isolated_cpus);"));
  }

  /// Since 6.14 a kernel thread may prefer a node (kernel/kthread.c, kthread_affine_node).
  private static List<Place> nodes() {
    return List.of(
        Place.once(
            TreeFile.KTHREAD_C,
            "threads that prefer a node kept within it",
            "cpumask_and(@, &kthread_default_mask);"),
        Place.once(
            TreeFile.KTHREAD_C,
            "and given all of it when their node has none",
            "cpumask_copy(@, &kthread_default_mask);"));
  }

  private static List<Place> more(KernelVersion version) {
    var places = new ArrayList<Place>();
    places.add(
        new Place(TreeFile.WORKQUEUE_C, "rescuers made to wait on housekeeping CPUs", RESCUER, 1));
    if (!version.isAtLeast(6, 14)) {
      places.add(Place.once(TreeFile.VMSCAN_C, "kswapd kept off isolated CPUs", NODE_DAEMON));
      places.add(
          new Place(
              TreeFile.COMPACTION_C,
              "kcompactd kept off them, also when a CPU comes online",
              Shape.of(NODE_DAEMON),
              2));
    }
    return List.copyOf(places);
  }
}
