// SPDX-License-Identifier: GPL-2.0
#include <linux/sched.h>
#include <linux/string.h>
#include "shim.h"

KEEL_SHIM void keel_shim_set_current_state(unsigned int state) { set_current_state(state); }
KEEL_SHIM void keel_shim___set_current_state(unsigned int state) { __set_current_state(state); }

/* What get_task_comm does since 6.13, without the lock that it took before. */
KEEL_SHIM void keel_shim_task_name(struct task_struct *task, char *name)
{
	strscpy_pad(name, task->comm, TASK_COMM_LEN);
}
KEEL_SHIM bool keel_shim_task_is_kthread(struct task_struct *task) { return task->flags & PF_KTHREAD; }
KEEL_SHIM bool keel_shim_task_has_ended(struct task_struct *task) { return READ_ONCE(task->exit_state) != 0; }

KEEL_SHIM void keel_shim_resched_if_due(void) { cond_resched(); }
