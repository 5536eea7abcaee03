// SPDX-License-Identifier: GPL-2.0
#include <linux/cpumask.h>
#include <linux/percpu.h>
#include <linux/percpu_counter.h>
#include <linux/preempt.h>
#include "shim.h"

KEEL_SHIM void keel_shim_preempt_disable(void) { preempt_disable(); }
KEEL_SHIM void keel_shim_preempt_enable(void) { preempt_enable(); }

KEEL_SHIM void __percpu *keel_shim_alloc_percpu_bytes(size_t size, size_t align) { return __alloc_percpu(size, align); }
KEEL_SHIM void *keel_shim_per_cpu_here(void __percpu *base) { return this_cpu_ptr(base); }
KEEL_SHIM void *keel_shim_per_cpu_at(void __percpu *base, unsigned int cpu) { return per_cpu_ptr(base, cpu); }

KEEL_SHIM bool keel_shim_cpu_is_possible(unsigned int cpu) { return cpu < nr_cpu_ids && cpu_possible(cpu); }
KEEL_SHIM unsigned int keel_shim_next_possible_cpu(int cpu) { return cpumask_next(cpu, cpu_possible_mask); }

KEEL_SHIM int keel_shim_percpu_counter_start(struct percpu_counter *counter, s64 value)
{
	return percpu_counter_init(counter, value, GFP_KERNEL);
}
KEEL_SHIM void keel_shim_percpu_counter_end(struct percpu_counter *counter) { percpu_counter_destroy(counter); }
