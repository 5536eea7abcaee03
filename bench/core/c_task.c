// SPDX-License-Identifier: GPL-2.0
#include "c_core.h"
#include <linux/jump_label.h>
#include <linux/percpu.h>
#include <linux/timer.h>
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

struct alarm {
	atomic64_t rings;
	struct timer_list timer;
};

static void ring(struct timer_list *timer) { atomic64_inc(&container_of(timer, struct alarm, timer)->rings); }

static void timer_arm(void *state, unsigned long times)
{
	struct alarm *a = state;
	unsigned long now = jiffies, n;

	for (n = 0; n < times; n++)
		mod_timer(&a->timer, now + ((n & 1) == 0 ? 1000 : 2000) * HZ);
}

static DEFINE_PER_CPU(atomic64_t, counts);

static void per_cpu_inc(void *state, unsigned long times)
{
	while (times--) {
		atomic64_inc(get_cpu_ptr(&counts));
		put_cpu_ptr(&counts);
	}
}

static DEFINE_STATIC_KEY_FALSE(key);

static void static_key(void *state, unsigned long times)
{
	unsigned long *switched_on = state;

	while (times--)
		if (static_branch_unlikely(&key))
			++*switched_on;
}

int measure_task(void)
{
	static struct worker w;
	static struct alarm a;
	static unsigned long switched_on;

	timer_setup(&a.timer, ring, 0);
	INIT_WORK(&w.work, count);
	bench_measure("work-queue-flush", 200, queue_flush, &w);
	bench_measure("timer-arm", 1000, timer_arm, &a);
	bench_measure("per-cpu-inc", 1000, per_cpu_inc, NULL);
	bench_measure("static-key", 1000, static_key, &switched_on);
	cancel_work_sync(&w.work);
	timer_delete_sync(&a.timer);
	return 0;
}
