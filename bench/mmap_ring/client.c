// SPDX-License-Identifier: GPL-2.0
/*
 * Counts what mapping, faulting and producing cost, in guest instructions: as bench/misc_device/client.c does.
 *
 * usage: client DEVICE MODULE
 */
#define _GNU_SOURCE
#include "ktap.h"
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define RESET _IO('R', 1)
#define PAGE 4096UL
#define PAGES 17
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

/* At one place always, beside a page that stays: what page tables cost depends on it, and varies. */
#define PLACE ((char *)0x100000000)

static volatile unsigned char *map(int fd, int pages)
{
	void *at = mmap(PLACE + PAGE, pages * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd, 0);

	if (at == MAP_FAILED) {
		CHECK(false, "the ring is mapped");
		exit(1);
	}
	return at;
}

static void choose(const char *module, bool on_demand)
{
	char path[128];
	int fd;

	snprintf(path, sizeof(path), "/sys/module/%s/parameters/on_demand", module);
	fd = open(path, O_WRONLY);
	REQUIRE(fd >= 0 && write(fd, on_demand ? "1" : "0", 1) == 1, "the kind of mapping is chosen");
	close(fd);
}

int main(int argc, char **argv)
{
	int fd = open(argv[1], O_RDWR);
	struct pollfd wanted = {.fd = fd, .events = POLLIN};
	static char text[4096];
	volatile unsigned char *at;
	volatile uint32_t *header;

	REQUIRE(argc == 3 && fd >= 0, "the device opens");
	choose(argv[2], false);
	header = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	REQUIRE(header != MAP_FAILED, "the header is mapped");
	at = mmap(PLACE, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
	at[0] = 1;
	REQUIRE(write(fd, "x", 1) == 1 && header[0] == 1, "what is produced is seen");
	ioctl(fd, RESET);
	MEASURE("getppid", 1000, syscall(SYS_getppid));
	MEASURE("map_1_page", 200, munmap((void *)map(fd, 1), PAGE));
	MEASURE("map_17_pages", 100, munmap((void *)map(fd, PAGES), PAGES * PAGE));
	MEASURE("write_64", 500, (void)!write(fd, text, 64); header[1] = header[0]);
	MEASURE("write_4096", 100, (void)!write(fd, text, 4096); header[1] = header[0]);
	MEASURE("poll", 500, poll(&wanted, 1, 0));
	choose(argv[2], true);
	MEASURE("map_on_demand", 200, munmap((void *)map(fd, PAGES), PAGES * PAGE));
	at = map(fd, PAGES);
	MEASURE("madvise", 100, madvise((void *)at, PAGE, MADV_DONTNEED));
	MEASURE("read_fault", 100, madvise((void *)at, PAGE, MADV_DONTNEED); (void)at[5]);
	MEASURE("write_fault", 100, madvise((void *)at, PAGE, MADV_DONTNEED); at[PAGE - 1] = 5);
	munmap((void *)at, PAGES * PAGE);
	close(fd);
	return ktap_done();
}
