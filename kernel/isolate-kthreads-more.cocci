// SPDX-License-Identifier: GPL-2.0-only
// Optional, on top of isolate-kthreads.cocci: kernel threads that choose CPUs for
// themselves after their creation, and choose all of them (or all of their
// node's). For 5.18 to 6.19; since 6.14 only the rescuers need it.
//
// From the top of a kernel tree:
//   spatch --sp-file isolate-kthreads-more.cocci --very-quiet --in-place \
//          kernel/workqueue.c mm/vmscan.c mm/compaction.c

// kswapd and kcompactd: stay where new kernel threads go if the node has isolated CPUs
@node_daemon depends on file in "mm"@
expression T, M;
@@
- set_cpus_allowed_ptr(T, M);
+ if (!cpumask_intersects(M, cpu_isolated_mask))
+	set_cpus_allowed_ptr(T, M);

// rescuers of workqueues: they wait there, too; to rescue they move to the pool's CPUs
@rescuer_by_type@
symbol cpu_possible_mask;
identifier f = {init_rescuer, __alloc_workqueue_key, alloc_workqueue};
expression T;
@@
  f(...)
  {
  <...
  kthread_bind_mask(T,
- cpu_possible_mask
+ housekeeping_cpumask(HK_TYPE_DOMAIN)
  );
  ...>
  }
