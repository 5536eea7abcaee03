// SPDX-License-Identifier: GPL-2.0
#include "c_core.h"
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/xarray.h>

struct element {
	unsigned long value;
	struct list_head links;
};

struct queue {
	struct list_head elements;
	unsigned long sum;
};

/* From the front to the back: each step takes an element out and puts it in. */
static void rotate(void *state, unsigned long times)
{
	struct queue *q = state;

	while (times--) {
		struct element *e = list_first_entry_or_null(&q->elements, struct element, links);

		if (!e)
			return;
		__list_del_entry(&e->links);
		list_add_tail(&e->links, &q->elements);
	}
}

static void walk(void *state, unsigned long times)
{
	struct queue *q = state;
	unsigned long sum = 0;

	while (times) {
		struct element *e;

		list_for_each_entry(e, &q->elements, links)
		{
			sum += e->value;
			times--;
		}
	}
	WRITE_ONCE(q->sum, sum);
}

static void drop_elements(struct queue *q)
{
	struct element *e, *next;

	list_for_each_entry_safe(e, next, &q->elements, links) kfree(e);
}

static int measure_list(const char *rotate_name, const char *walk_name, unsigned long n)
{
	static struct queue q;
	unsigned long i;

	INIT_LIST_HEAD(&q.elements);
	for (i = 0; i < n; i++) {
		struct element *e = kmalloc(sizeof(*e), GFP_KERNEL);

		if (!e) {
			drop_elements(&q);
			return -ENOMEM;
		}
		e->value = i;
		list_add_tail(&e->links, &q.elements);
	}
	bench_measure(rotate_name, 4096, rotate, &q);
	bench_measure(walk_name, 4096, walk, &q);
	drop_elements(&q);
	return 0;
}

struct table {
	struct xarray entries;
	unsigned long n;
	unsigned long sum;
};

static void find(void *state, unsigned long times)
{
	struct table *t = state;
	unsigned long sum = 0;

	xa_lock(&t->entries);
	while (times--) {
		unsigned long *value = xa_load(&t->entries, times & (t->n - 1));

		if (value)
			sum += *value;
	}
	xa_unlock(&t->entries);
	WRITE_ONCE(t->sum, sum);
}

/* Takes each entry out and puts it back. */
static void replace(void *state, unsigned long times)
{
	struct table *t = state;

	while (times--) {
		unsigned long *value = xa_erase(&t->entries, times & (t->n - 1));

		if (value && xa_insert(&t->entries, times & (t->n - 1), value, GFP_KERNEL))
			kfree(value);
	}
}

static int measure_xarray(const char *find_name, const char *replace_name, unsigned long n)
{
	static struct table t;
	unsigned long i;
	void *entry;
	int error = 0;

	xa_init(&t.entries);
	t.n = n;
	for (i = 0; i < n && !error; i++) {
		unsigned long *value = kmalloc(sizeof(*value), GFP_KERNEL);

		if (!value)
			error = -ENOMEM;
		else if ((error = xa_insert(&t.entries, i, value, GFP_KERNEL)))
			kfree(value);
		else
			*value = i;
	}
	if (!error) {
		bench_measure(find_name, 4096, find, &t);
		bench_measure(replace_name, 4096, replace, &t);
	}
	xa_for_each(&t.entries, i, entry) kfree(entry);
	xa_destroy(&t.entries);
	return error;
}

int measure_collections(void)
{
	return measure_list("list-rotate-16", "list-walk-16", 16) ?:
	       measure_list("list-rotate-4096", "list-walk-4096", 4096) ?:
	       measure_xarray("xarray-find-16", "xarray-replace-16", 16) ?:
	       measure_xarray("xarray-find-4096", "xarray-replace-4096", 4096);
}
