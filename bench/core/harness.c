// SPDX-License-Identifier: GPL-2.0
/*
 * Under icount the time stamp counter advances by one with each instruction of the guest. The least of the batches is
 * the cost, since one that met a timer tick only reads more. Hundredths, since the kernel has no floating point.
 */
#include "harness.h"
#include <asm/tsc.h>
#include <linux/printk.h>
#include <linux/sched.h>

#define BATCHES 50

void bench_measure(const char *name, unsigned long times, bench_operation *operation, void *state)
{
	unsigned long least = ~0UL;
	int batch;

	operation(state, times);
	for (batch = 0; batch < BATCHES; batch++) {
		unsigned long begin = rdtsc(), took;

		operation(state, times);
		took = rdtsc() - begin;
		least = took < least ? took : least;
		cond_resched();
	}
	least = least * 100 / times;
	pr_info("COST %s %lu.%02lu\n", name, least / 100, least % 100);
}
