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

/* What perf_trace_NAME does of an event defined in C: for perf, and for BPF programs. With preemption off. */
KEEL_SHIM void keel_shim_trace_perf(struct trace_event_call *call, const void *payload, size_t size)
{
	const int whole = ALIGN(sizeof(struct trace_entry) + size + sizeof(u32), sizeof(u64)) - sizeof(u32);
	struct hlist_head *head = this_cpu_ptr(call->perf_events);
	struct pt_regs *regs;
	char *entry;
	int context;

	if (!bpf_prog_array_valid(call) && hlist_empty(head))
		return;
	entry = perf_trace_buf_alloc(whole, &regs, &context);
	if (!entry)
		return;
	perf_fetch_caller_regs(regs);
	memcpy(entry + sizeof(struct trace_entry), payload, size);
	perf_trace_run_bpf_submit(entry, whole, context, call, 1, regs, head, NULL);
}
