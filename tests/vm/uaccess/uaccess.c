// SPDX-License-Identifier: GPL-2.0
/* Passes good and bad memory to every copy of user_memory.cpp. */
#define _GNU_SOURCE
#include "ktap.h"
#include <fcntl.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

struct range {
	uint64_t at, len, arg;
};
struct elements {
	uint64_t at, count;
};
struct compat {
	uint32_t at, unused;
};
struct growing {
	uint64_t a;
	uint32_t b, c;
};
struct __attribute__((packed)) numbers {
	uint8_t a;
	uint16_t b;
	uint32_t c;
	uint64_t d;
	uint8_t odd[3], skipped;
	uint32_t x, y, z;
	uint8_t rest[2];
};

#define CSTR _IOW('u', 1, struct range)
#define CSTRING _IOW('u', 2, struct range)
#define READ_STRUCT _IOW('u', 3, struct range)
#define WRITE_STRUCT _IOW('u', 4, struct range)
#define ARRAY _IOW('u', 5, struct elements)
#define READ_NUMBERS _IOW('u', 6, struct range)
#define WRITE_NUMBERS _IOW('u', 7, struct range)
#define AFTER_FAULT _IOW('u', 8, struct range)
#define NOFAULT _IOW('u', 9, struct range)
#define ONE _IOW('u', 10, struct elements)
#define COMPAT _IOW('u', 11, struct compat)

/* What no process has: the kernel's half, the hole between the halves, the last byte of all. */
static const uint64_t not_ours[] = {16, 0xffff888000000000, 0x8000000000000000, 0x00007ffffffff000, UINT64_MAX};
static long page;
static char *edge; /* a page ends here, and the one behind it cannot be used */
static int fd;

static long range(unsigned long cmd, const void *at, uint64_t len, uint64_t arg)
{
	struct range r = {(uintptr_t)at, len, arg};

	return ioctl(fd, cmd, &r);
}

static long elements(unsigned long cmd, const void *at, uint64_t count)
{
	struct elements e = {(uintptr_t)at, count};

	return ioctl(fd, cmd, &e);
}

/* The same for both ways to read text. */
static void text(unsigned long cmd, const char *how, int own_nul)
{
	diag("text %s", how);
	CHECK_EQ(range(cmd, "hello", 100, 32), 5 * 100 + 94, "text is read up to its NUL, and no further");
	CHECK_EQ(range(cmd, "", 1, 1), 0, "empty text is text");
	CHECK_EQ(range(cmd, "hello", 100, 6 - own_nul), 5 * 100 + 94, "text that just fits is read");
	CHECK_ERRNO(range(cmd, "hello", 100, 5 - own_nul), E2BIG, "text that is one too long is refused");
	CHECK_EQ(range(cmd, "hello", 6, 32), 5 * 100, "text that ends where its range does is read");
	CHECK_ERRNO(range(cmd, "hello", 5, 32), E2BIG, "text whose range ends before it is refused");
	CHECK_ERRNO(range(cmd, "hello", 0, 32), E2BIG, "no bytes hold no text");
	memcpy(edge - 6, "edges", 6);
	CHECK_EQ(range(cmd, edge - 6, 100, 32), 5 * 100 + 94, "text that ends with its page is read");
	edge[-1] = 'x';
	CHECK_ERRNO(range(cmd, edge - 6, 100, 32), EFAULT, "text that goes on where there is no page is refused");
	for (unsigned i = 0; i < sizeof(not_ours) / sizeof(*not_ours); i++)
		CHECK_ERRNO(range(cmd, (void *)not_ours[i], 100, 32), EFAULT, "text that is not ours is refused");
}

static void structs(void)
{
	struct {
		struct growing known;
		uint64_t unknown;
	} s = {{1, 2, 3}, 0};

	CHECK_EQ(range(READ_STRUCT, &s, 16, 0), 123, "a struct of this age is read");
	CHECK_EQ(range(READ_STRUCT, &s, 12, 0), 120, "one of an older age is filled with zeros");
	CHECK_EQ(range(READ_STRUCT, &s, 8, 0), 100, "one of the first age too");
	CHECK_ERRNO(range(READ_STRUCT, &s, 7, 0), EINVAL, "a smaller one is refused");
	CHECK_EQ(range(READ_STRUCT, &s, 24, 0), 123, "one of a newer age is read when it asks for nothing new");
	s.unknown = 1ULL << 63;
	CHECK_ERRNO(range(READ_STRUCT, &s, 24, 0), E2BIG, "and refused when it does");
	CHECK_ERRNO(range(READ_STRUCT, edge - 8, 16, 0), EFAULT, "one that is not all there is refused");
	CHECK_ERRNO(range(READ_STRUCT, edge - 16, 24, 0), EFAULT, "one whose new part is not there is refused");
	memset(&s, 0xff, sizeof(s));
	CHECK_EQ(range(WRITE_STRUCT, &s, 24, 0), 0, "a newer process is answered");
	CHECK(s.known.a == 1 && s.known.b == 2 && s.known.c == 3 && s.unknown == 0, "with zeros for what is new");
	memset(&s, 0xff, sizeof(s));
	CHECK_EQ(range(WRITE_STRUCT, &s, 12, 0), 0, "an older process is answered");
	CHECK(s.known.a == 1 && s.known.b == 2 && s.known.c == UINT32_MAX, "with what it knows");
	CHECK_ERRNO(range(WRITE_STRUCT, edge - 4, 16, 0), EFAULT, "an answer to nowhere is refused");
	CHECK_ERRNO(range(WRITE_STRUCT, edge - 16, 24, 0), EFAULT, "zeros to nowhere too");
}

static void arrays(void)
{
	static uint32_t numbers[2001];

	for (int i = 0; i < 2001; i++)
		numbers[i] = i;
	CHECK_EQ(elements(ARRAY, numbers, 2000), 2000, "an array is doubled");
	CHECK(numbers[1] == 2 && numbers[1999] == 3998 && numbers[2000] == 2000, "all of it, and no more");
	CHECK_EQ(elements(ARRAY, NULL, 0), 0, "an empty array is an array");
	CHECK_ERRNO(elements(ARRAY, numbers, 2001), E2BIG, "one too large is refused");
	CHECK_ERRNO(elements(ARRAY, numbers, 1ULL << 62), E2BIG, "one whose size overflows to 0 too");
	CHECK_ERRNO(elements(ARRAY, numbers, (1ULL << 62) + 1), E2BIG, "one whose size overflows to something too");
	CHECK_ERRNO(elements(ARRAY, edge - 4, 2), EFAULT, "one that is not all there is refused");
	for (unsigned i = 0; i < sizeof(not_ours) / sizeof(*not_ours); i++)
		CHECK_ERRNO(elements(ARRAY, (void *)not_ours[i], 1), EFAULT, "one that is not ours is refused");
}

static void numbers(void)
{
	struct numbers n = {1, 2, 3, 4, {5, 6, 7}, 99, 8, 9, 10, {11, 12}};
	char *before = edge - sizeof(n);

	CHECK_EQ(range(READ_NUMBERS, &n, sizeof(n), 0), 2055, "numbers of each size are read");
	CHECK_EQ(range(READ_NUMBERS, &n, sizeof(n) - 1, 0), 1055, "read_some reads what is left");
	memcpy(before, &n, sizeof(n));
	CHECK_EQ(range(READ_NUMBERS, before, sizeof(n), 0), 2055, "they are read at a page's end");
	memcpy(before + 1, &n, sizeof(n) - 1);
	CHECK_EQ(range(READ_NUMBERS, before + 1, sizeof(n), 0), 1055, "read_some reads what is there");
	for (unsigned missing = 3; missing < sizeof(n); missing++) {
		if (!CHECK_ERRNO(range(READ_NUMBERS, &n, sizeof(n) - missing, 0), EINVAL,
		                 "a range that is too short is refused"))
			break;
		if (!CHECK_ERRNO(range(READ_NUMBERS, before + missing, sizeof(n), 0), EFAULT,
		                 "memory that is too short is refused"))
			break;
	}
	memset(&n, 0xee, sizeof(n));
	CHECK_EQ(range(WRITE_NUMBERS, &n, sizeof(n) + 1, 0), 1, "numbers of each size are written");
	CHECK(n.a == 1 && n.b == 2 && n.c == 3 && n.d == 4 && n.odd[2] == 7 && n.x == 8 && n.z == 10, "rightly");
	CHECK(n.skipped == 0xee && n.rest[0] == 0 && n.rest[1] == 0, "what was skipped stays, zeros are zero");
	for (unsigned missing = 1; missing < sizeof(n); missing++) {
		if (!CHECK_ERRNO(range(WRITE_NUMBERS, &n, sizeof(n) - missing, 0), EINVAL,
		                 "a range that is too short is refused"))
			break;
		if (!CHECK_ERRNO(range(WRITE_NUMBERS, before + missing, sizeof(n), 0), EFAULT,
		                 "memory that is too short is refused"))
			break;
	}
	for (unsigned i = 0; i < sizeof(not_ours) / sizeof(*not_ours); i++) {
		CHECK_ERRNO(range(READ_NUMBERS, (void *)not_ours[i], 64, 0), EFAULT,
		            "nothing is read that is not ours");
		CHECK_ERRNO(range(WRITE_NUMBERS, (void *)not_ours[i], 64, 0), EFAULT, "nor written");
	}
}

static void faults(void)
{
	char *fresh = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	CHECK_EQ(range(AFTER_FAULT, edge - 8, 16, 0), 1, "after a fault nothing can be read again");
	CHECK_ERRNO(range(NOFAULT, fresh, 8, 0), EFAULT, "a page that is not there yet is not brought in under a lock");
	*(uint64_t *)fresh = 41;
	CHECK_EQ(range(NOFAULT, fresh, 8, 0), 0, "one that is there can be used");
	CHECK_EQ(*(uint64_t *)fresh, 42, "both ways");
	CHECK_ERRNO(range(NOFAULT, fresh, 7, 0), EINVAL, "a range that is too short is refused");
	for (unsigned i = 0; i < sizeof(not_ours) / sizeof(*not_ours); i++)
		CHECK_ERRNO(range(NOFAULT, (void *)not_ours[i], 8, 0), EFAULT, "what is not ours too");
	munmap(fresh, page);
}

/* As a 32-bit program calls it. */
static long ioctl32(unsigned command, unsigned argument)
{
	long result;

	asm volatile("int $0x80"
	             : "=a"(result)
	             : "a"(54), "b"(fd), "c"(command), "d"(argument)
	             : "memory", "r8", "r9", "r10", "r11");
	return result;
}

static void pointers(void)
{
	static uint32_t number = 5;
	struct compat c = {0, 0};
	uint32_t *low = mmap((void *)0x10000000, page, PROT_READ | PROT_WRITE,
	                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);

	CHECK_EQ(elements(ONE, &number, 0), 5, "what a pointer points to is read");
	CHECK_EQ(elements(ONE, &number, 1), 0, "and written");
	CHECK_EQ(number, 77, "rightly");
	CHECK_ERRNO(elements(ONE, NULL, 0), ENXIO, "no pointer is seen to be none");
	CHECK_ERRNO(elements(ONE, edge - 1, 0), EFAULT, "a pointer to the last byte of a page is followed no further");
	REQUIRE(low != MAP_FAILED, "there is memory at a low address");
	*low = 32;
	c.at = (uintptr_t)low;
	CHECK_EQ(ioctl(fd, COMPAT, &c), 32, "32 bits of a pointer are enough");
	*(struct compat *)(low + 1) = c;
	CHECK_EQ(ioctl32(COMPAT, c.at + 4), 32, "those of a 32-bit program, too");
	c.at = UINT32_MAX;
	CHECK_ERRNO(ioctl(fd, COMPAT, &c), EFAULT, "all of them are one, too");
}

/* read and write without vectors. */
static void files(void)
{
	static char big[10000];
	int quick = open("/dev/keel-uaccess", O_RDWR | O_NONBLOCK);

	memcpy(edge - 4, "edge", 4);
	CHECK_ERRNO(write(fd, edge - 4, 12), EFAULT, "a write that faults at a page's end is refused");
	CHECK_EQ(pread(fd, big, 100, 0), 0, "and takes nothing");
	CHECK_EQ(write(fd, "0123456789", 10), 10, "a write takes all it is given");
	CHECK_EQ(pread(fd, edge - 6, 10, 0), 6, "a read that faults at a page's end gives what fits before it");
	CHECK(!memcmp(edge - 6, "012345", 6), "and gives it right");
	CHECK_ERRNO(pread(fd, edge, 10, 0), EFAULT, "a read behind the page's end is refused");
	CHECK_ERRNO(write(fd, edge, 10), EFAULT, "so is a write");
	CHECK_EQ(pread(fd, big, 100, 0), 10, "which changes nothing");
	CHECK_EQ(write(fd, big, sizeof(big)), 8192, "a write takes no more than the file keeps");
	CHECK_EQ(pread(fd, big, sizeof(big), 0), 8192, "a read gives all there is");
	CHECK_EQ(pread(fd, big, 5, 9000), 0, "past the end there is nothing");
	memset(big, 1, sizeof(big));
	CHECK_EQ(read(quick, big, 9000), 0, "a read of zeros is filled");
	CHECK(big[0] == 0 && big[8999] == 0 && big[9000] == 1, "as far as it goes");
	close(quick);
}

int main(void)
{
	page = sysconf(_SC_PAGESIZE);
	edge = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	REQUIRE(edge != MAP_FAILED, "there is memory");
	edge += page;
	mprotect(edge, page, PROT_NONE);
	memset(edge - page, 0, page);
	fd = open("/dev/keel-uaccess", O_RDWR);
	REQUIRE(fd >= 0, "the device opens");
	text(CSTR, "into a buffer", 0);
	text(CSTRING, "allocated", 1);
	structs();
	arrays();
	numbers();
	faults();
	pointers();
	files();
	return ktap_done();
}
