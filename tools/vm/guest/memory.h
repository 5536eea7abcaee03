/* SPDX-License-Identifier: GPL-2.0 */
// clang-format Language: C
/*
 * How much memory the kernel holds, by kind, so that growth can be told: the objects of each slab cache, the pages of
 * vmalloc and of per-CPU memory.
 */
#ifndef KEEL_GUEST_MEMORY_H
#define KEEL_GUEST_MEMORY_H
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MEMORY_KINDS 512

struct memory {
	int kinds;
	struct {
		char name[48];
		long count; /* objects of a cache; KiB for the others */
	} kind[MEMORY_KINDS];
	long unreclaimable_kib;
};

static void memory_add(struct memory *memory, const char *name, long count)
{
	if (memory->kinds == MEMORY_KINDS)
		return;
	snprintf(memory->kind[memory->kinds].name, sizeof(memory->kind[0].name), "%s", name);
	memory->kind[memory->kinds++].count = count;
}

/* Frees what can be freed, lets deferred work pass, and counts the rest. */
static struct memory *memory_now(void)
{
	struct memory *memory = calloc(1, sizeof(*memory));
	char line[512], name[48];
	long count;
	FILE *file;
	int fd = open("/proc/sys/vm/drop_caches", O_WRONLY);

	if (!memory)
		exit(1);
	usleep(200000); /* grace periods, work items */
	if (fd >= 0) {
		if (write(fd, "3", 1) != 1)
			perror("drop_caches");
		close(fd);
	}
	usleep(300000);
	file = fopen("/proc/slabinfo", "r");
	while (file && fgets(line, sizeof(line), file))
		if (line[0] != '#' && sscanf(line, "%47s %ld", name, &count) == 2)
			memory_add(memory, name, count);
	if (file)
		fclose(file);
	file = fopen("/proc/meminfo", "r");
	while (file && fgets(line, sizeof(line), file)) {
		if (sscanf(line, "%47[^:]: %ld kB", name, &count) != 2)
			continue;
		if (!strcmp(name, "VmallocUsed") || !strcmp(name, "Percpu"))
			memory_add(memory, name, count);
		if (!strcmp(name, "SUnreclaim"))
			memory->unreclaimable_kib = count;
	}
	if (file)
		fclose(file);
	return memory;
}

/* Prints each kind that grew by `limit` or more, but the `ignored` one, as a note of a test; returns how many did. */
static int memory_growth(const struct memory *before, const struct memory *after, long limit, const char *ignored)
{
	int grown = 0;

	for (int i = 0; i < after->kinds; i++) {
		long was = 0;

		if (!strcmp(after->kind[i].name, ignored))
			continue;
		for (int j = 0; j < before->kinds; j++)
			if (!strcmp(before->kind[j].name, after->kind[i].name))
				was = before->kind[j].count;
		if (after->kind[i].count - was >= limit) {
			printf("# %s grew from %ld to %ld\n", after->kind[i].name, was, after->kind[i].count);
			grown++;
		}
	}
	return grown;
}
#endif
