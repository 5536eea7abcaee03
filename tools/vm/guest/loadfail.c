// SPDX-License-Identifier: GPL-2.0
/*
 * Tests that loading a module fails with an error and leaves nothing behind: no entry in /sys/module, no memory.
 *
 * usage: loadfail [-n NAME] ERROR MODULE.ko [PARAMETER=VALUE...]
 *
 * ERROR is the errno's number. -n loads the module under another name: beside itself, to meet the names of devices that
 * the first one has taken.
 */
#include "image.h"
#include "ktap.h"
#include "memory.h"

#define TIMES 50

int main(int argc, char **argv)
{
	const char *parameters, *name = NULL;
	struct memory *before, *after;
	int error, failures = 0;
	struct image image;
	char text[160];

	if (argc > 2 && !strcmp(argv[1], "-n")) {
		name = argv[2];
		argv += 2;
		argc -= 2;
	}
	if (argc < 3 || (error = atoi(argv[1])) < 1) {
		fprintf(stderr, "usage: loadfail [-n NAME] ERROR MODULE.ko [PARAMETER=VALUE...]\n");
		return 2;
	}
	image = image_read(argv[2]);
	if (name)
		image_rename(&image, name);
	parameters = image_parameters(argv + 3);

	snprintf(text, sizeof(text), "loading %s fails: %s", image.name, strerror(error));
	CHECK_ERRNO(image_load(&image, parameters), error, text);
	for (int i = 0; i < TIMES / 10; i++)
		image_load(&image, parameters);
	before = memory_now();
	for (int i = 0; i < TIMES; i++)
		failures += image_load(&image, parameters) == -1 && errno == error;
	after = memory_now();
	CHECK_EQ(failures, TIMES, "and so each time");
	ok(!memory_growth(before, after, TIMES / 2), "no memory is left behind");
	snprintf(text, sizeof(text), "/sys/module/%s", image.name);
	CHECK(access(text, F_OK) && errno == ENOENT, "no module is left behind");
	return ktap_done();
}
