// SPDX-License-Identifier: GPL-2.0-only
/*
 * Test module: two kernel threads, created the ordinary way at insmod, and a
 * third one, bound to a CPU of the caller's choice, to show that an explicit
 * binding is still obeyed.
 */
#include <linux/module.h>
#include <linux/kthread.h>
#include <linux/sched.h>
#include <linux/delay.h>
#include <linux/cpumask.h>
#include <linux/err.h>

static int bind_cpu = -1;
module_param(bind_cpu, int, 0444);
MODULE_PARM_DESC(bind_cpu, "CPU to bind the thread ksocket-bound to (-1: no such thread)");

static struct task_struct *xmit, *recv, *bound;
static int bound_ran_on = -1;
module_param(bound_ran_on, int, 0444);
MODULE_PARM_DESC(bound_ran_on, "read only: the CPU that ksocket-bound was last seen on");

static int idle_loop(void *unused)
{
	while (!kthread_should_stop()) {
		if (current == bound)
			bound_ran_on = raw_smp_processor_id();
		msleep_interruptible(50);
	}
	return 0;
}

static void stop(struct task_struct **t)
{
	if (!IS_ERR_OR_NULL(*t))
		kthread_stop(*t);
	*t = NULL;
}

static int __init ksock_init(void)
{
	xmit = kthread_run(idle_loop, NULL, "ksocket-xmit");
	recv = kthread_run(idle_loop, NULL, "ksocket-recv");
	if (IS_ERR(xmit) || IS_ERR(recv))
		goto fail;

	if (bind_cpu >= 0) {
		bound = kthread_create(idle_loop, NULL, "ksocket-bound");
		if (IS_ERR(bound))
			goto fail;
		kthread_bind(bound, bind_cpu);
		wake_up_process(bound);
	}
#ifdef cpu_isolated_mask
	pr_info("ksock: cpu_isolated_mask is %*pbl (weight %u of %u possible)\n",
		cpumask_pr_args(cpu_isolated_mask),
		cpumask_weight(cpu_isolated_mask), num_possible_cpus());
#else
	pr_info("ksock: this kernel has no cpu_isolated_mask\n");
#endif
	return 0;
fail:
	stop(&xmit);
	stop(&recv);
	stop(&bound);
	return -ENOMEM;
}

static void __exit ksock_exit(void)
{
	stop(&bound);
	stop(&recv);
	stop(&xmit);
}

module_init(ksock_init);
module_exit(ksock_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("kernel threads whose CPU mask a test can look at");
