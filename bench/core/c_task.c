// SPDX-License-Identifier: GPL-2.0
#include "c_core.h"
#include <linux/workqueue.h>

struct worker {
	unsigned long runs;
	struct work_struct work;
};

static void count(struct work_struct *work) { container_of(work, struct worker, work)->runs++; }

static void queue_flush(void *state, unsigned long times)
{
	struct worker *w = state;

	while (times--) {
		queue_work(system_wq, &w->work);
		flush_work(&w->work);
	}
}

int measure_task(void)
{
	static struct worker w;

	INIT_WORK(&w.work, count);
	bench_measure("work-queue-flush", 200, queue_flush, &w);
	cancel_work_sync(&w.work);
	return 0;
}
