// SPDX-License-Identifier: GPL-2.0
/*
 * Loads and unloads a module many times and tests that the kernel's memory does not grow.
 *
 * usage: cycle TIMES MODULE.ko [PARAMETER=VALUE...]
 *
 * A warm-up comes first, since the first loads fill caches. A leak of one object at each load makes one slab cache grow
 * by TIMES; half of that is the limit.
 */
#include "image.h"
#include "ktap.h"
#include "memory.h"
#include <time.h>

/* Unloading waits for grace periods; expedited ones make it ten times faster. */
static void hurry(void)
{
	int fd = open("/sys/kernel/rcu_expedited", O_WRONLY);

	if (fd < 0 || write(fd, "1", 1) != 1)
		diag("rcu_expedited: %s", strerror(errno));
	if (fd >= 0)
		close(fd);
}

static int cycle(const struct image *image, const char *parameters, int times)
{
	time_t said = time(NULL);

	for (int i = 0; i < times; i++) {
		if (time(NULL) - said >= 10) { /* who says nothing for long counts as hung */
			diag("%d of %d", i, times);
			said = time(NULL);
		}
		if (image_load(image, parameters)) {
			diag("load %d: %s", i + 1, strerror(errno));
			return i;
		}
		if (image_unload(image)) {
			diag("unload %d: %s", i + 1, strerror(errno));
			return i;
		}
	}
	return times;
}

int main(int argc, char **argv)
{
	struct memory *before, *after;
	const char *parameters;
	struct image image;
	char sentence[128];
	int times;

	if (argc < 3 || (times = atoi(argv[1])) < 1) {
		fprintf(stderr, "usage: cycle TIMES MODULE.ko [PARAMETER=VALUE...]\n");
		return 2;
	}
	image = image_read(argv[2]);
	parameters = image_parameters(argv + 3);
	hurry();
	snprintf(sentence, sizeof(sentence), "%s loads and unloads %d times", image.name, times);
	if (cycle(&image, parameters, times / 10 + 10) < times / 10 + 10) {
		ok(false, sentence);
		return 1;
	}
	before = memory_now();
	ok(cycle(&image, parameters, times) == times, sentence);
	after = memory_now();
	diag("unreclaimable slab memory: %ld KiB before, %ld KiB after", before->unreclaimable_kib,
	     after->unreclaimable_kib);
	snprintf(sentence, sizeof(sentence), "%s leaves no memory behind in %d cycles", image.name, times);
	ok(!memory_growth(before, after, times / 2 + 1, ""), sentence);
	return ktap_done();
}
