// SPDX-License-Identifier: GPL-2.0
#include "c_core.h"
#include <linux/completion.h>
#include <linux/mutex.h>
#include <linux/refcount.h>
#include <linux/rcupdate.h>
#include <linux/rwsem.h>
#include <linux/seqlock.h>
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

static void add(void *state, unsigned long times)
{
	atomic_t *n = state;

	while (times--)
		atomic_fetch_add_relaxed(3, n);
}

static void complete_wait(void *state, unsigned long times)
{
	struct completion *done = state;

	while (times--) {
		complete(done);
		wait_for_completion(done);
	}
}

struct guarded {
	rwlock_t rwlock;
	struct rw_semaphore rwsem;
	unsigned long n;
	unsigned long sum;
};

static void rwlock_read(void *state, unsigned long times)
{
	struct guarded *g = state;
	unsigned long sum = 0;

	while (times--) {
		read_lock(&g->rwlock);
		sum += g->n;
		read_unlock(&g->rwlock);
	}
	WRITE_ONCE(g->sum, sum);
}

static void rwsem_read(void *state, unsigned long times)
{
	struct guarded *g = state;
	unsigned long sum = 0;

	while (times--) {
		down_read(&g->rwsem);
		sum += g->n;
		up_read(&g->rwsem);
	}
	WRITE_ONCE(g->sum, sum);
}

struct pair {
	unsigned long a;
	unsigned long b;
};

struct published {
	seqlock_t lock;
	struct pair pair;
	unsigned long sum;
};

static void seqlock_read(void *state, unsigned long times)
{
	struct published *p = state;
	unsigned long sum = 0;

	while (times--) {
		struct pair pair;
		unsigned int begin;

		do {
			begin = read_seqbegin(&p->lock);
			pair.a = READ_ONCE(p->pair.a);
			pair.b = READ_ONCE(p->pair.b);
		} while (read_seqretry(&p->lock, begin));
		sum += pair.a + pair.b;
	}
	WRITE_ONCE(p->sum, sum);
}

struct config {
	struct pair __rcu *pair;
	unsigned long sum;
};

static void rcu_reads(void *state, unsigned long times)
{
	struct config *c = state;
	unsigned long sum = 0, i;

	for (i = 0; i < times; i++) {
		struct pair *pair;

		rcu_read_lock();
		pair = rcu_dereference(c->pair);
		if (likely(pair))
			sum += pair->a;
		rcu_read_unlock();
	}
	WRITE_ONCE(c->sum, sum);
}

struct limits {
	struct pair pair;
	struct rcu_head rcu;
};

struct limits_of {
	struct limits __rcu *limits;
};

static void rcu_replace(void *state, unsigned long times)
{
	struct limits_of *of = state;

	while (times--) {
		struct limits *next = kmalloc(sizeof(*next), GFP_KERNEL), *old;

		if (!next)
			return;
		next->pair.a = times;
		next->pair.b = times;
		old = unrcu_pointer(xchg(&of->limits, RCU_INITIALIZER(next)));
		if (old)
			kfree_rcu(old, rcu);
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
	static atomic_t n;
	static struct completion done;
	static struct guarded g;
	static struct published p;
	static struct pair pair;
	static struct config c_pair;
	static struct limits_of limits;
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
	init_completion(&done);
	rwlock_init(&g.rwlock);
	init_rwsem(&g.rwsem);
	seqlock_init(&p.lock);
	bench_measure("atomic-add", 1000, add, &n);
	bench_measure("completion-complete-wait", 1000, complete_wait, &done);
	bench_measure("rwlock-read", 1000, rwlock_read, &g);
	bench_measure("rwsem-read", 1000, rwsem_read, &g);
	bench_measure("seqlock-read", 1000, seqlock_read, &p);
	RCU_INIT_POINTER(c_pair.pair, &pair);
	bench_measure("rcu-read", 1000, rcu_reads, &c_pair);
	bench_measure("rcu-replace", 50, rcu_replace, &limits);
	kfree(rcu_dereference_protected(limits.limits, true));
	return 0;
}
