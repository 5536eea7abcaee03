// SPDX-License-Identifier: GPL-2.0
/*
 * Tests that loading a module fails with an error and leaves nothing behind: no entry in /sys/module, no memory.
 *
 * usage: loadfail [-n NAME] [-i KIND] ERROR[,ERROR...] MODULE.ko [PARAMETER=VALUE...]
 *
 * ERROR is the errno's number; several, where kernels differ (a module's EEXIST is EBUSY to user space in newer ones).
 * -n loads the module under another name: beside itself, to meet the names of devices that the first one has taken. -i
 * ignores the growth of one kind of memory (a cache), for what a kernel itself forgets to free.
 */
#include "image.h"
#include "ktap.h"
#include "memory.h"

#define TIMES 50

#define MOST_ERRORS 8

static int errors[MOST_ERRORS], error_count;

/* Reads "17" or "16,17"; whether that worked. */
static bool read_errors(char *text)
{
	for (char *word = strtok(text, ","); word; word = strtok(NULL, ",")) {
		if (error_count == MOST_ERRORS || atoi(word) < 1)
			return false;
		errors[error_count++] = atoi(word);
	}
	return error_count > 0;
}

/* Whether loading fails, and with one of the errors. */
static bool fails(const struct image *image, const char *parameters)
{
	if (image_load(image, parameters) != -1)
		return false;
	for (int i = 0; i < error_count; i++)
		if (errno == errors[i])
			return true;
	return false;
}

int main(int argc, char **argv)
{
	const char *parameters, *name = NULL, *ignored = "";
	struct memory *before, *after;
	struct image image;
	char text[160];
	int failures = 0;

	for (; argc > 2 && argv[1][0] == '-'; argv += 2, argc -= 2) {
		if (!strcmp(argv[1], "-n"))
			name = argv[2];
		else if (!strcmp(argv[1], "-i"))
			ignored = argv[2];
	}
	if (argc < 3 || !read_errors(argv[1])) {
		fprintf(stderr,
		        "usage: loadfail [-n NAME] [-i KIND] ERROR[,ERROR...] MODULE.ko [PARAMETER=VALUE...]\n");
		return 2;
	}
	image = image_read(argv[2]);
	if (name)
		image_rename(&image, name);
	parameters = image_parameters(argv + 3);

	snprintf(text, sizeof(text), "loading %s fails: %s", image.name, strerror(errors[0]));
	CHECK(fails(&image, parameters), text);
	for (int i = 0; i < TIMES / 10; i++)
		image_load(&image, parameters);
	before = memory_now();
	for (int i = 0; i < TIMES; i++)
		failures += fails(&image, parameters);
	after = memory_now();
	CHECK_EQ(failures, TIMES, "and so each time");
	ok(!memory_growth(before, after, TIMES / 2, ignored), "no memory is left behind");
	snprintf(text, sizeof(text), "/sys/module/%s", image.name);
	CHECK(access(text, F_OK) && errno == ENOENT, "no module is left behind");
	return ktap_done();
}
