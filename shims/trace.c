// SPDX-License-Identifier: GPL-2.0
#include <linux/preempt.h>
#include <linux/srcu.h>
#include <linux/trace_events.h>
#include <linux/tracepoint.h>
#include <linux/version.h>
#include "shim.h"

/* The key has had two types; the plain one is the first member of the other. */
KEEL_SHIM bool keel_shim_trace_enabled(struct tracepoint *point)
{
	return static_key_false((struct static_key *)&point->key);
}

static __always_inline void keel_trace_each(struct tracepoint *point, const void *payload)
{
	struct tracepoint_func *probe = rcu_dereference_raw(point->funcs);

	for (; probe && probe->func; probe++)
		((void (*)(void *, const void *))probe->func)(probe->data, payload);
}

/*
 * Calls the probes. What keeps them alive is preemption off, and since 7.0 a section of tracepoint_srcu; that
 * preemption is off is what reserving in the ring buffer counts on in all of them.
 */
KEEL_SHIM void keel_shim_trace_call(struct tracepoint *point, const void *payload)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 0, 0)
	struct srcu_ctr __percpu *section = srcu_read_lock_fast_notrace(&tracepoint_srcu);
#endif
	preempt_disable_notrace();
	keel_trace_each(point, payload);
	preempt_enable_notrace();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 0, 0)
	srcu_read_unlock_fast_notrace(&tracepoint_srcu, section);
#endif
}
