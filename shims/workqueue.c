// SPDX-License-Identifier: GPL-2.0
#include <linux/version.h>
#include <linux/workqueue.h>
#include "shim.h"

/* Since 6.17 a queue says that it is bound to CPUs, and the queues that all share have new names. */
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
#define KEEL_PERCPU 0
KEEL_SHIM struct workqueue_struct *keel_shim_system_percpu_wq(void) { return system_wq; }
KEEL_SHIM struct workqueue_struct *keel_shim_system_dfl_wq(void) { return system_unbound_wq; }
#else
#define KEEL_PERCPU WQ_PERCPU
KEEL_SHIM struct workqueue_struct *keel_shim_system_percpu_wq(void) { return system_percpu_wq; }
KEEL_SHIM struct workqueue_struct *keel_shim_system_dfl_wq(void) { return system_dfl_wq; }
#endif

KEEL_SHIM struct workqueue_struct *keel_shim_create_workqueue(const char *name, unsigned int flags, int max_active)
{
	return alloc_workqueue("%s", flags | (flags & WQ_UNBOUND ? 0 : KEEL_PERCPU), max_active, name);
}

KEEL_SHIM void keel_shim_init_work(struct work_struct *work, work_func_t run, struct lock_class_key *key)
{
	__INIT_WORK_KEY(work, run, 0, key);
}

KEEL_SHIM void keel_shim_init_delayed_work(struct delayed_work *work, work_func_t run, struct lock_class_key *key)
{
	INIT_DELAYED_WORK(work, run);
	__INIT_WORK_KEY(&work->work, run, 0, key);
}

KEEL_SHIM bool keel_shim_work_pending(const struct work_struct *work)
{
	return work_pending((struct work_struct *)work);
}
