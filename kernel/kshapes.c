// SPDX-License-Identifier: GPL-2.0-only
/*
 * Test module: kernel threads in the shapes that drivers give them, made while
 * the machine runs, for whoever watches new threads:
 *
 *	insmod kshapes.ko
 *	echo run 200 >/sys/module/kshapes/parameters/make
 *
 *	run      made and woken, as kthread_run() does
 *	stopped  made, and woken 20 ms later
 *	late     made, bound to CPU `to` 20 ms later, and woken
 *	bound    made, bound to CPU `to` at once, and woken
 *	widen    widens its own mask to all CPUs after 5 ms
 *	later    widens its own mask to all CPUs after 3 s
 *	widened  its maker widens its mask to all CPUs after 10 ms
 *	pin      narrows its own mask to CPU `to`: a deliberate choice
 *	exit     ends at once
 *	helper   no thread of the kernel, but a program that the kernel starts
 *
 * The write returns when all are made. They stay until rmmod.
 */
#include <linux/module.h>
#include <linux/kthread.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/delay.h>
#include <linux/cpumask.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/string.h>
#include <linux/umh.h>
#include <linux/err.h>

#define MOST 1000

enum shape { RUN, STOPPED, LATE, BOUND, WIDEN, LATER, WIDENED, PIN, EXIT, HELPER };

static const char *const names[] = {
	"run", "stopped", "late", "bound", "widen", "later", "widened", "pin", "exit", "helper",
};

static int to = 2;
module_param(to, int, 0444);
MODULE_PARM_DESC(to, "CPU of the threads that are bound or pinned");

struct made {
	struct list_head list;
	struct task_struct *task;
};

static LIST_HEAD(all);
static DEFINE_MUTEX(lock);

/* In short steps, so that rmmod need not wait. */
static void nap(unsigned int ms)
{
	unsigned int slept;

	for (slept = 0; slept < ms && !kthread_should_stop(); slept += 5)
		msleep_interruptible(5);
}

static int body(void *data)
{
	switch ((enum shape)(long)data) {
	case EXIT:
		return 0;
	case WIDEN:
		nap(5);
		set_cpus_allowed_ptr(current, cpu_possible_mask);
		break;
	case LATER:
		nap(3000);
		set_cpus_allowed_ptr(current, cpu_possible_mask);
		break;
	case PIN:
		set_cpus_allowed_ptr(current, cpumask_of(to));
		break;
	default:
		break;
	}
	while (!kthread_should_stop())
		msleep_interruptible(500);
	return 0;
}

static int help(void)
{
	static char *argv[] = { "/bin/sleep", "3", NULL };
	static char *envp[] = { "PATH=/bin", NULL };

	return call_usermodehelper(argv[0], argv, envp, UMH_WAIT_EXEC);
}

static int make_one(enum shape shape, int number, struct list_head *fresh)
{
	struct task_struct *task;
	struct made *made;

	if (shape == HELPER)
		return help();
	made = kzalloc(sizeof(*made), GFP_KERNEL);
	if (!made)
		return -ENOMEM;
	task = kthread_create(body, (void *)(long)shape, "ks-%s-%d", names[shape], number);
	if (IS_ERR(task)) {
		kfree(made);
		return PTR_ERR(task);
	}
	if (shape == EXIT) {
		kfree(made);
		wake_up_process(task);
		return 0;
	}
	made->task = task;
	list_add_tail(&made->list, fresh);
	if (shape == BOUND)
		kthread_bind(task, to);
	if (shape != STOPPED && shape != LATE)
		wake_up_process(task);
	return 0;
}

/* What the maker does to its threads when all of them are there. */
static void finish(enum shape shape, struct list_head *fresh)
{
	struct made *made;

	if (shape == STOPPED || shape == LATE)
		msleep(20);
	if (shape == WIDENED)
		msleep(10);
	list_for_each_entry(made, fresh, list) {
		if (shape == WIDENED)
			set_cpus_allowed_ptr(made->task, cpu_possible_mask);
		if (shape == LATE)
			kthread_bind(made->task, to);
		if (shape == STOPPED || shape == LATE)
			wake_up_process(made->task);
	}
}

static int make(const char *value, const struct kernel_param *unused)
{
	char word[16];
	int count, shape, number, error = 0;
	LIST_HEAD(fresh);

	if (sscanf(value, "%15s %d", word, &count) != 2 || count < 1 || count > MOST)
		return -EINVAL;
	for (shape = 0; strcmp(names[shape], word); shape++)
		if (shape == HELPER)
			return -EINVAL;
	mutex_lock(&lock);
	for (number = 0; number < count && !error; number++)
		error = make_one(shape, number, &fresh);
	finish(shape, &fresh);
	list_splice(&fresh, &all);
	mutex_unlock(&lock);
	return error;
}

static const struct kernel_param_ops make_ops = { .set = make };
module_param_cb(make, &make_ops, NULL, 0200);
MODULE_PARM_DESC(make, "SHAPE COUNT: makes threads");

static int __init shapes_init(void)
{
	return to >= 0 && to < nr_cpu_ids && cpu_possible(to) ? 0 : -EINVAL;
}

static void __exit shapes_exit(void)
{
	struct made *made, *next;

	list_for_each_entry_safe(made, next, &all, list) {
		kthread_stop(made->task);
		kfree(made);
	}
}

module_init(shapes_init);
module_exit(shapes_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("kernel threads in all shapes, made on demand");
