// SPDX-License-Identifier: GPL-2.0
/*
 * Counts what it costs to read and to write an attribute, in guest instructions, as bench/misc_device/client.c does.
 *
 * usage: client FILE MODULE
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

int main(int argc, char **argv)
{
	char got[32] = "";
	int fd = argc > 1 ? open(argv[1], O_RDWR) : -1;

	REQUIRE(fd >= 0, "the attribute opens");
	REQUIRE(pwrite(fd, "123456\n", 7, 0) == 7, "it can be written");
	REQUIRE(pread(fd, got, sizeof(got), 0) == 7 && !strcmp(got, "123456\n"), "what is read is what was written");
	REQUIRE(pwrite(fd, "x", 1, 0) == -1 && errno == EINVAL, "what is no number is refused");
	MEASURE("getppid", 1000, syscall(SYS_getppid));
	MEASURE("show", 1000, (void)!pread(fd, got, sizeof(got), 0));
	MEASURE("store_1_digit", 1000, (void)!pwrite(fd, "7\n", 2, 0));
	MEASURE("store_10_digits", 1000, (void)!pwrite(fd, "4294967295\n", 11, 0));
	MEASURE("store_refused", 1000, (void)!pwrite(fd, "none\n", 5, 0));
	return ktap_done();
}
