// SPDX-License-Identifier: GPL-2.0
/*
 * Counts what each operation of a misc device costs, in guest instructions.
 *
 * usage: client DEVICE
 *
 * Under icount the time stamp counter advances by one with each instruction that the guest executes. Operations are run
 * in batches; the least of the batches is the cost, since one that met a timer tick only reads more. What the system
 * call and the counter cost is part of it: it is the same for every driver.
 */
#include "ktap.h"
#include <fcntl.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define HELLO _IO('|', 0x80)
#define GET_VALUE _IOR('|', 0x81, int)
#define SET_VALUE _IOW('|', 0x82, int)

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

/* What is measured must work. */
static void try_out(int fd)
{
	char text[64], got[4096];
	int value = 42;

	memset(text, 'x', sizeof(text));
	REQUIRE(!ioctl(fd, SET_VALUE, &value), "SET works");
	value = 0;
	REQUIRE(!ioctl(fd, GET_VALUE, &value) && value == 42, "GET gives what SET took");
	REQUIRE(!ioctl(fd, HELLO, 0), "HELLO works");
	REQUIRE(write(fd, text, sizeof(text)) == sizeof(text), "a write takes all it is given");
	REQUIRE(pread(fd, got, sizeof(got), 0) == sizeof(text) && !memcmp(got, text, sizeof(text)),
	        "what is read is what was written");
	REQUIRE(ioctl(fd, 0xdead, 0) == -1 && errno == ENOTTY, "an ioctl that does not exist is refused");
}

int main(int argc, char **argv)
{
	static char text[4096];
	const char *device = argc > 1 ? argv[1] : "";
	int fd = open(device, O_RDWR), value = 0;

	REQUIRE(fd >= 0, "the device opens");
	try_out(fd);
	MEASURE("getppid", 500, syscall(SYS_getppid));
	MEASURE("ioctl-none", 500, ioctl(fd, HELLO, 0));
	MEASURE("ioctl-set", 500, ioctl(fd, SET_VALUE, &value));
	MEASURE("ioctl-get", 500, ioctl(fd, GET_VALUE, &value));
	MEASURE("write-64", 500, (void)!write(fd, text, 64));
	MEASURE("pread-64", 500, (void)!pread(fd, text, 64, 0));
	MEASURE("open-close", 100, {
		int again = open(device, O_RDWR);
		close(again);
	});
	return ktap_done();
}
