// SPDX-License-Identifier: GPL-2.0
#include "c_core.h"
#include <linux/bitmap.h>
#include <linux/hashtable.h>
#include <linux/kfifo.h>
#include <linux/list.h>
#include <linux/maple_tree.h>
#include <linux/rbtree.h>
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

struct node {
	struct rb_node rb;
	unsigned long key;
	unsigned long value;
};

struct tree {
	struct rb_root root;
	unsigned long n;
	unsigned long sum;
};

static struct node *tree_find(struct tree *t, unsigned long key)
{
	struct rb_node *at = t->root.rb_node;

	while (at) {
		struct node *node = rb_entry(at, struct node, rb);

		if (key < node->key)
			at = at->rb_left;
		else if (node->key < key)
			at = at->rb_right;
		else
			return node;
	}
	return NULL;
}

static int tree_insert(struct tree *t, unsigned long key, unsigned long value)
{
	struct node *node = kmalloc(sizeof(*node), GFP_KERNEL);
	struct rb_node **at = &t->root.rb_node, *parent = NULL;

	if (!node)
		return -ENOMEM;
	node->key = key;
	node->value = value;
	while (*at) {
		struct node *other = rb_entry(*at, struct node, rb);

		parent = *at;
		if (key < other->key) {
			at = &parent->rb_left;
		} else if (other->key < key) {
			at = &parent->rb_right;
		} else {
			rb_replace_node(*at, &node->rb, &t->root);
			kfree(other);
			return 0;
		}
	}
	rb_link_node(&node->rb, parent, at);
	rb_insert_color(&node->rb, &t->root);
	return 0;
}

static void tree_finds(void *state, unsigned long times)
{
	struct tree *t = state;
	unsigned long sum = 0;

	while (times--) {
		struct node *node = tree_find(t, times & (t->n - 1));

		if (node)
			sum += node->value;
	}
	WRITE_ONCE(t->sum, sum);
}

/* Takes each pair out and puts it in again. */
static void tree_replace(void *state, unsigned long times)
{
	struct tree *t = state;

	while (times--) {
		struct node *node = tree_find(t, times & (t->n - 1));

		if (!node)
			return;
		rb_erase(&node->rb, &t->root);
		kfree(node);
		if (tree_insert(t, times & (t->n - 1), times))
			return;
	}
}

static int measure_rbtree(const char *find_name, const char *replace_name, unsigned long n)
{
	static struct tree t;
	struct node *node, *next;
	unsigned long i;
	int error = 0;

	t.root = RB_ROOT;
	t.n = n;
	for (i = 0; i < n && !error; i++)
		error = tree_insert(&t, i, i);
	if (!error) {
		bench_measure(find_name, 4096, tree_finds, &t);
		bench_measure(replace_name, 4096, tree_replace, &t);
	}
	rbtree_postorder_for_each_entry_safe(node, next, &t.root, rb) kfree(node);
	return error;
}

static DEFINE_KFIFO(fifo, unsigned long, 64);

/* Fills the queue by half and empties it. */
static void pass(void *state, unsigned long times)
{
	for (; times >= 32; times -= 32) {
		unsigned long i, value;

		for (i = 0; i < 32; i++)
			if (!kfifo_put(&fifo, i))
				return;
		for (i = 0; i < 32; i++)
			if (!kfifo_get(&fifo, &value))
				return;
	}
}

static int measure_ring(void)
{
	bench_measure("ring-push-pop", 4096, pass, NULL);
	return 0;
}

struct flow {
	unsigned long id;
	unsigned long bytes;
	struct hlist_node links;
};

struct flows {
	DECLARE_HASHTABLE(by_id, 8);
	unsigned long n;
	unsigned long sum;
};

static struct flow *flow_find(struct flows *f, unsigned long id)
{
	struct flow *flow;

	hash_for_each_possible(f->by_id, flow, links, id) if (flow->id == id) return flow;
	return NULL;
}

static void flow_finds(void *state, unsigned long times)
{
	struct flows *f = state;
	unsigned long sum = 0;

	while (times--) {
		struct flow *flow = flow_find(f, times & (f->n - 1));

		if (flow)
			sum += flow->bytes;
	}
	WRITE_ONCE(f->sum, sum);
}

/* Takes each element out and puts it in again. */
static void flow_replace(void *state, unsigned long times)
{
	struct flows *f = state;

	while (times--) {
		struct flow *flow = flow_find(f, times & (f->n - 1));

		if (!flow)
			return;
		hash_del(&flow->links);
		hash_add(f->by_id, &flow->links, flow->id);
	}
}

/* As flows, but that taking one out frees it, and putting one in allocates. */
static void map_replace(void *state, unsigned long times)
{
	struct flows *f = state;

	while (times--) {
		struct flow *flow = flow_find(f, times & (f->n - 1));

		if (!flow)
			return;
		hash_del(&flow->links);
		kfree(flow);
		flow = kmalloc(sizeof(*flow), GFP_KERNEL);
		if (!flow)
			return;
		flow->id = times & (f->n - 1);
		flow->bytes = times;
		if (!flow_find(f, flow->id))
			hash_add(f->by_id, &flow->links, flow->id);
	}
}

static int measure_hash(const char *find_name, const char *replace_name, unsigned long n,
                        void (*replace)(void *, unsigned long))
{
	static struct flows f;
	struct hlist_node *next;
	struct flow *flow;
	unsigned long i;
	int error = 0, chain;

	hash_init(f.by_id);
	f.n = n;
	for (i = 0; i < n && !error; i++) {
		flow = kmalloc(sizeof(*flow), GFP_KERNEL);
		if (!flow) {
			error = -ENOMEM;
			break;
		}
		flow->id = i;
		flow->bytes = 2 * i;
		hash_add(f.by_id, &flow->links, i);
	}
	if (!error) {
		bench_measure(find_name, 4096, flow_finds, &f);
		bench_measure(replace_name, 4096, replace, &f);
	}
	hash_for_each_safe(f.by_id, chain, next, flow, links) kfree(flow);
	return error;
}

struct tags {
	DECLARE_BITMAP(used, 1024);
	unsigned long sum;
};

/* All but a few are taken: the first that is free is far. */
static void find_clear(void *state, unsigned long times)
{
	struct tags *t = state;
	unsigned long sum = 0;

	while (times--) {
		unsigned long tag = find_next_zero_bit(t->used, 1024, 0);

		if (tag < 1024)
			sum += tag;
	}
	WRITE_ONCE(t->sum, sum);
}

static int measure_bitmap(void)
{
	static struct tags t;

	bitmap_set(t.used, 0, 1000);
	bench_measure("bitmap-find", 1000, find_clear, &t);
	return 0;
}

struct ranges {
	struct maple_tree tree;
	unsigned long n;
	unsigned long sum;
};

static void range_finds(void *state, unsigned long times)
{
	struct ranges *r = state;
	unsigned long sum = 0;

	mtree_lock(&r->tree);
	while (times--) {
		unsigned long *value = mtree_load(&r->tree, (times & (r->n - 1)) * 8);

		if (value)
			sum += *value;
	}
	mtree_unlock(&r->tree);
	WRITE_ONCE(r->sum, sum);
}

/* Takes each range out and puts it back. */
static void range_replace(void *state, unsigned long times)
{
	struct ranges *r = state;

	while (times--) {
		unsigned long first = (times & (r->n - 1)) * 8;
		unsigned long *value = mtree_erase(&r->tree, first);

		if (value && mtree_insert_range(&r->tree, first, first + 7, value, GFP_KERNEL))
			kfree(value);
	}
}

static int measure_maple(const char *find_name, const char *replace_name, unsigned long n)
{
	static struct ranges r;
	unsigned long i;
	void *entry;
	int error = 0;

	mt_init(&r.tree);
	r.n = n;
	for (i = 0; i < n && !error; i++) {
		unsigned long *value = kmalloc(sizeof(*value), GFP_KERNEL);

		if (!value)
			error = -ENOMEM;
		else if ((error = mtree_insert_range(&r.tree, i * 8, i * 8 + 7, value, GFP_KERNEL)))
			kfree(value);
		else
			*value = i;
	}
	if (!error) {
		bench_measure(find_name, 1024, range_finds, &r);
		bench_measure(replace_name, 1024, range_replace, &r);
	}
	i = 0;
	mt_for_each(&r.tree, entry, i, ULONG_MAX) kfree(entry);
	mtree_destroy(&r.tree);
	return error;
}

int measure_collections(void)
{
	return measure_list("list-rotate-16", "list-walk-16", 16) ?:
	       measure_list("list-rotate-4096", "list-walk-4096", 4096) ?:
	       measure_xarray("xarray-find-16", "xarray-replace-16", 16) ?:
	       measure_xarray("xarray-find-4096", "xarray-replace-4096", 4096) ?:
	       measure_rbtree("rbtree-find-16", "rbtree-replace-16", 16) ?:
	       measure_rbtree("rbtree-find-4096", "rbtree-replace-4096", 4096) ?:
	       measure_ring() ?:
	       measure_hash("hash-find-16", "hash-replace-16", 16, flow_replace) ?:
	       measure_hash("hash-find-1024", "hash-replace-1024", 1024, flow_replace) ?:
	       measure_hash("hash-map-find-1024", "hash-map-replace-1024", 1024, map_replace) ?: measure_bitmap() ?:
	       measure_maple("maple-find-16", "maple-replace-16", 16) ?:
	       measure_maple("maple-find-1024", "maple-replace-1024", 1024);
}
