// SPDX-License-Identifier: GPL-2.0
/*
 * Counts what reading files of /proc and debugfs costs, in guest instructions; see bench/misc_device/client.c.
 *
 * usage: client PREFIX
 */
#include "ktap.h"
#include <fcntl.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#define BATCHES 40

static inline uint64_t instructions(void)
{
	uint32_t low, high;

	asm volatile("rdtsc" : "=a"(low), "=d"(high)::"memory");
	return (uint64_t)high << 32 | low;
}

/* Measures `operation`, `times` at a time, and prints the least cost of one. */
#define MEASURE(name, times, operation)                                                                                \
	do {                                                                                                           \
		uint64_t least = UINT64_MAX;                                                                           \
		for (int batch = 0; batch < BATCHES; batch++) {                                                        \
			uint64_t begin = instructions(), took;                                                         \
			for (int i = 0; i < (times); i++) {                                                            \
				operation;                                                                             \
			}                                                                                              \
			took = instructions() - begin;                                                                 \
			least = took < least ? took : least;                                                           \
		}                                                                                                      \
		printf("COST %s %.2f\n", name, (double)least / (times));                                               \
	} while (0)

static char text[1 << 20];

static size_t drain(int fd, size_t piece)
{
	size_t all = 0;
	ssize_t n;

	while ((n = read(fd, text + all, piece)) > 0)
		all += n;
	return all;
}

static size_t read_all(const char *path, size_t piece)
{
	int fd = open(path, O_RDONLY);
	size_t all = drain(fd, piece);

	close(fd);
	return all;
}

/* How many bytes 1000 rows are. */
static size_t rows_length(void)
{
	size_t all = 0;

	for (unsigned i = 0; i < 1000; i++)
		all += snprintf(NULL, 0, "%u: %llu bytes\n", i, i * 4096ull);
	return all;
}

int main(int argc, char **argv)
{
	char whole[100], rows[100], number[100];
	int fd;

	if (argc < 2)
		return 2;
	snprintf(whole, sizeof(whole), "/proc/%s_whole", argv[1]);
	snprintf(rows, sizeof(rows), "/proc/%s_rows", argv[1]);
	snprintf(number, sizeof(number), "/sys/kernel/debug/%s/number", argv[1]);
	sleep(20); /* what the kernel still does after booting is over then */
	REQUIRE(read_all(whole, 4096) == 8 && !memcmp(text, "42 of 7\n", 8), "the text is right");
	REQUIRE(read_all(number, 4096) == 3 && !memcmp(text, "42\n", 3), "the number is right");
	REQUIRE(read_all(rows, sizeof(text)) == rows_length(), "all rows are read");
	MEASURE("getppid", 500, syscall(SYS_getppid));
	MEASURE("whole-open-read-close", 100, read_all(whole, 4096));
	fd = open(whole, O_RDONLY);
	MEASURE("whole-pread", 500, (void)!pread(fd, text, 4096, 0));
	close(fd);
	MEASURE("number-open-read-close", 100, read_all(number, 4096));
	fd = open(number, O_RDWR);
	MEASURE("number-write", 500, (void)!write(fd, "42", 2));
	close(fd);
	MEASURE("rows-1000-by-64K", 2, read_all(rows, 1 << 16));
	MEASURE("rows-1000-by-4K", 2, read_all(rows, 4096));
	MEASURE("rows-1000-by-100", 1, read_all(rows, 100));
	fd = open(rows, O_RDONLY);
	MEASURE("rows-pread-in-the-middle", 10, (void)!pread(fd, text, 100, 10000));
	close(fd);
	return ktap_done();
}
