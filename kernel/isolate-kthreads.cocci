// SPDX-License-Identifier: GPL-2.0-only
// Let isolcpus= (its default meaning, "domain") govern kernel threads too, from
// pid 2 on, and let everybody, modules included, see which CPUs are isolated.
//
// From the top of a kernel tree:
//   spatch --sp-file isolate-kthreads.cocci --very-quiet --in-place \
//          include/linux/cpumask.h kernel/cpu.c kernel/kthread.c \
//          kernel/sched/core.c $(ls kernel/sched/isolation.c)
// (before 4.15 there is no kernel/sched/isolation.c)

// ---- 1. cpu_isolated_mask, next to cpu_active_mask and its siblings ----------

// since 4.5 the masks are structs with underscores, before that they were pointers

@mask_defined@
declarer name EXPORT_SYMBOL;
attribute name __read_mostly;
symbol __cpu_active_mask;
@@
  EXPORT_SYMBOL(__cpu_active_mask);
+
+ struct cpumask __cpu_isolated_mask __read_mostly;
+ EXPORT_SYMBOL(__cpu_isolated_mask);

@mask_defined_before_4_5@
declarer name EXPORT_SYMBOL;
attribute name __read_mostly;
symbol cpu_active_mask;
@@
  EXPORT_SYMBOL(cpu_active_mask);
+
+ struct cpumask __cpu_isolated_mask __read_mostly;
+ EXPORT_SYMBOL(__cpu_isolated_mask);

@mask_declared@
symbol __cpu_active_mask;
@@
  extern struct cpumask __cpu_active_mask;
+ extern struct cpumask __cpu_isolated_mask;

@mask_named@
symbol __cpu_active_mask;
@@
  #define cpu_active_mask ((const struct cpumask *)&__cpu_active_mask)
+ #define cpu_isolated_mask ((const struct cpumask *)&__cpu_isolated_mask)

@mask_declared_and_named@
symbol cpu_active_mask;
@@
  extern const struct cpumask *const cpu_active_mask;
+ extern struct cpumask __cpu_isolated_mask;
+ #define cpu_isolated_mask ((const struct cpumask *)&__cpu_isolated_mask)

// ---- 2. its value: fixed at boot, once the parameters have been read ---------

// since 5.18

@by_type@
identifier t;
@@
  housekeeping_cpumask(enum hk_type t) { ... }

@depends on by_type@
identifier K;
@@
  housekeeping_init(...)
  {
  ...
  static_branch_enable(&K);
+ cpumask_andnot(&__cpu_isolated_mask, cpu_possible_mask, housekeeping_cpumask(HK_TYPE_DOMAIN));
  ...
  }

// 4.15 to 5.17

@by_flag@
identifier f;
@@
  housekeeping_cpumask(enum hk_flags f) { ... }

@depends on by_flag@
identifier K;
@@
  housekeeping_init(...)
  {
  ...
  static_branch_enable(&K);
+ cpumask_andnot(&__cpu_isolated_mask, cpu_possible_mask, housekeeping_cpumask(HK_FLAG_DOMAIN));
  ...
  }

// before 4.15

@by_map@
symbol cpu_isolated_map;
@@
  sched_init(...)
  {
  <+...
  if (cpu_isolated_map == NULL)
    zalloc_cpumask_var(&cpu_isolated_map, GFP_NOWAIT);
+ cpumask_copy(&__cpu_isolated_mask, cpu_isolated_map);
  ...+>
  }

// ---- 3. kthreadd, and every kernel thread when it is created -----------------

// Whatever mask kthreadd takes today is the mask every kernel thread gets:
// cpu_all_mask before 5.9, housekeeping_cpumask(...) since. Take the isolated
// CPUs out of it once, and use the result wherever kthread.c used it.

@kthreadd_mask depends on file in "kernel/kthread.c"@
expression T, M;
@@
  kthreadd(...)
  {
  <+...
+ kthread_set_default_mask(M);
  set_cpus_allowed_ptr(T, M);
  ...+>
  }

@every_kthread depends on file in "kernel/kthread.c"@
expression T, kthreadd_mask.M;
@@
  set_cpus_allowed_ptr(T,
- M
+ &kthread_default_mask
  )

// since 6.14
@every_kthread_by_node depends on kthreadd_mask && file in "kernel/kthread.c"@
expression T;
@@
- housekeeping_affine(T, HK_TYPE_KTHREAD);
+ set_cpus_allowed_ptr(T, &kthread_default_mask);

@every_kthread_near depends on file in "kernel/kthread.c"@
expression E, F, kthreadd_mask.M;
@@
(
  cpumask_and(E, F,
- M
+ &kthread_default_mask
  )
|
  cpumask_copy(E,
- M
+ &kthread_default_mask
  )
)

@helper depends on kthreadd_mask && file in "kernel/kthread.c"@
symbol kthreadd_task;
@@
  struct task_struct *kthreadd_task;
+
+ /* Where a kernel thread may run that nobody has bound to a CPU. */
+ static struct cpumask kthread_default_mask;
+
+ static void kthread_set_default_mask(const struct cpumask *allowed)
+ {
+	if (!cpumask_andnot(&kthread_default_mask, allowed, cpu_isolated_mask))
+		cpumask_copy(&kthread_default_mask, allowed);
+ }

// When the boot CPU itself is isolated, kthreadd starts with no other CPU to go
// to. Like init, it moves as soon as there is one.
@late_move depends on kthreadd_mask && file in "kernel/kthread.c"@
attribute name __init;
declarer name core_initcall;
symbol kthreadd_task;
@@
  kthreadd(...)
  {
  ...
  }
+
+ static int __init kthreadd_leave_isolated_cpus(void)
+ {
+	return set_cpus_allowed_ptr(kthreadd_task, &kthread_default_mask);
+ }
+ core_initcall(kthreadd_leave_isolated_cpus);
