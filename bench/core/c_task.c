// SPDX-License-Identifier: GPL-2.0
#include "c_core.h"
#include <linux/hrtimer.h>
#include <linux/jump_label.h>
#include <linux/percpu.h>
#include <linux/timer.h>
#include <linux/workqueue.h>

/* Kernels differ in how an hrtimer is set up; the shim knows. */
#define KEEL_SHIM_H
#define KEEL_SHIM static inline
#include "../../shims/timer.c"

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

struct bell {
	atomic64_t rings;
	struct timer_list timer;
};

static void ring(struct timer_list *timer) { atomic64_inc(&container_of(timer, struct bell, timer)->rings); }

static void timer_arm(void *state, unsigned long times)
{
	struct bell *a = state;
	unsigned long now = jiffies, n;

	for (n = 0; n < times; n++)
		mod_timer(&a->timer, now + ((n & 1) == 0 ? 1000 : 2000) * HZ);
}

struct beat {
	atomic64_t beats;
	struct hrtimer timer;
};

static enum hrtimer_restart beat(struct hrtimer *timer)
{
	atomic64_inc(&container_of(timer, struct beat, timer)->beats);
	return HRTIMER_NORESTART;
}

static void hrtimer_arm(void *state, unsigned long times)
{
	struct beat *b = state;
	unsigned long n;

	for (n = 0; n < times; n++)
		hrtimer_start(&b->timer, ktime_set((n & 1) == 0 ? 1000 : 2000, 0), HRTIMER_MODE_REL);
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
	static struct bell a;
	static struct beat b;
	static unsigned long switched_on;

	timer_setup(&a.timer, ring, 0);
	INIT_WORK(&w.work, count);
	bench_measure("work-queue-flush", 200, queue_flush, &w);
	bench_measure("timer-arm", 1000, timer_arm, &a);
	keel_shim_hrtimer_setup(&b.timer, beat, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	bench_measure("hrtimer-arm", 1000, hrtimer_arm, &b);
	hrtimer_cancel(&b.timer);
	bench_measure("per-cpu-inc", 1000, per_cpu_inc, NULL);
	bench_measure("static-key", 1000, static_key, &switched_on);
	cancel_work_sync(&w.work);
	timer_delete_sync(&a.timer);
	return 0;
}
