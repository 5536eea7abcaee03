// SPDX-License-Identifier: GPL-2.0
#include "c_core.h"
#include <linux/overflow.h>
#include <linux/slab.h>

struct record {
	unsigned long words[8];
};

static void new_free(void *state, unsigned long times)
{
	unsigned long *failures = state;

	while (times--) {
		struct record *r = kmalloc(sizeof(*r), GFP_KERNEL);

		if (!r) {
			++*failures;
			continue;
		}
		*r = (struct record){};
		r->words[0] = times;
		kfree(r);
	}
}

struct array {
	unsigned long *data;
	size_t len;
	size_t capacity;
};

static int array_push(struct array *a, unsigned long value)
{
	if (a->len == a->capacity) {
		size_t capacity = a->capacity ? a->capacity * 2 : 4, bytes;
		unsigned long *data;

		if (check_mul_overflow(capacity, sizeof(*data), &bytes))
			return -EOVERFLOW;
		data = krealloc(a->data, bytes, GFP_KERNEL);
		if (!data)
			return -ENOMEM;
		a->data = data;
		a->capacity = capacity;
	}
	a->data[a->len++] = value;
	return 0;
}

struct log {
	struct array entries;
	unsigned long failures;
};

static void push(void *state, unsigned long times)
{
	struct log *log = state;

	while (times--)
		if (array_push(&log->entries, times))
			log->failures++;
	kfree(log->entries.data);
	log->entries = (struct array){};
}

int measure_alloc(void)
{
	static unsigned long failures;
	static struct log log;

	bench_measure("box-new-free", 1000, new_free, &failures);
	bench_measure("vec-push", 1024, push, &log);
	return failures || log.failures ? -ENOMEM : 0;
}
