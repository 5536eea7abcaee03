// SPDX-License-Identifier: GPL-2.0
#include <linux/cpumask.h>
#include <linux/kthread.h>
#include <linux/sched.h>
#include "shim.h"

KEEL_SHIM bool keel_shim_cpu_is_online(unsigned int cpu) { return cpu < nr_cpu_ids && cpu_online(cpu); }

/*
 * The state comes before the questions, and the answers before the wake: whoever stops, parks or wakes the thread is
 * seen, or finds it sleeping.
 */
KEEL_SHIM void keel_shim_kthread_wait(bool *woken, long ticks)
{
	set_current_state(TASK_IDLE);
	if (!READ_ONCE(*woken) && !kthread_should_stop() && !kthread_should_park())
		schedule_timeout(ticks);
	__set_current_state(TASK_RUNNING);
	WRITE_ONCE(*woken, false);
}

KEEL_SHIM void keel_shim_kthread_wake(struct task_struct *task, bool *woken)
{
	WRITE_ONCE(*woken, true);
	wake_up_process(task);
}
