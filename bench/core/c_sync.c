// SPDX-License-Identifier: GPL-2.0
#include "c_core.h"
#include <linux/mutex.h>
#include <linux/refcount.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct counter {
	struct mutex mutex;
	spinlock_t spin;
	unsigned long n;
};

static void mutex_lock_unlock(void *state, unsigned long times)
{
	struct counter *c = state;

	while (times--) {
		mutex_lock(&c->mutex);
		c->n++;
		mutex_unlock(&c->mutex);
	}
}

static void spin_lock_unlock(void *state, unsigned long times)
{
	struct counter *c = state;

	while (times--) {
		spin_lock(&c->spin);
		c->n++;
		spin_unlock(&c->spin);
	}
}

static void spin_lock_unlock_irqsave(void *state, unsigned long times)
{
	struct counter *c = state;

	while (times--) {
		unsigned long flags;

		spin_lock_irqsave(&c->spin, flags);
		c->n++;
		spin_unlock_irqrestore(&c->spin, flags);
	}
}

struct shared {
	refcount_t count;
	unsigned long value;
};

static struct shared *shared_get(struct shared *s)
{
	refcount_inc(&s->count);
	return s;
}

static void shared_put(struct shared *s)
{
	if (refcount_dec_and_test(&s->count))
		kfree(s);
}

static void clone_drop(void *state, unsigned long times)
{
	struct shared *s = state;

	while (times--) {
		struct shared *again = shared_get(s);

		shared_put(again);
	}
}

int measure_sync(void)
{
	static struct counter c;
	struct shared *s = kmalloc(sizeof(*s), GFP_KERNEL);

	if (!s)
		return -ENOMEM;
	refcount_set(&s->count, 1);
	mutex_init(&c.mutex);
	spin_lock_init(&c.spin);
	bench_measure("mutex-lock-unlock", 1000, mutex_lock_unlock, &c);
	bench_measure("spinlock-lock-unlock", 1000, spin_lock_unlock, &c);
	bench_measure("spinlock-irqsave", 1000, spin_lock_unlock_irqsave, &c);
	bench_measure("arc-clone-drop", 1000, clone_drop, s);
	shared_put(s);
	return 0;
}
