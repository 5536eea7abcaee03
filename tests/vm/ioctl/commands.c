// SPDX-License-Identifier: GPL-2.0
// Every command of ioctl_table.cpp, as a 64-bit program has them and as a 32-bit one has.
// bare: 64 32
#include "bare.h"
#include <linux/ioctl.h>

struct pair {
	uint32_t first, second;
};

struct wide {
	long number;
	uint64_t tag;
} __attribute__((packed));

#define SWAPPED _IOWR('k', 5, struct pair)
#define HALF _IOWR('k', 6, uint32_t)
#define NONBLOCKING _IOR('k', 7, uint8_t)
#define NEGATED _IOWR('k', 8, struct wide)
#define LARGE 0x4bad
#define MEDIUM _IOR('k', 10, uint16_t)
#define SET_PAIR _IOW('k', 20, struct pair)
#define GET_PAIR _IOR('k', 21, struct pair)
#define SET_OPEN _IOW('k', 22, int)
#define SET_LEVEL _IOW('k', 30, int)
#define GET_LEVEL _IOR('k', 31, int)
#define TAKE_LEVEL _IOR('k', 32, int)

static int number, failures;

static void is(const char *what, long got, long wanted)
{
	put_text(got == wanted ? "ok " : "not ok ");
	put_number(++number);
	put_text(" - ");
	put_text(what);
	end_line();
	if (got != wanted) {
		put_text("# got ");
		put_number(got);
		put_text(", not ");
		put_number(wanted);
		end_line();
		failures++;
	}
}

static void arguments(int fd, char *end)
{
	struct pair p = {1, 2};
	struct wide w = {-5, 0x123456789abcdef0};
	uint64_t large = 0;
	uint32_t half = 42;
	uint16_t medium = 0;
	uint8_t byte = 9;

	is("none: a positive answer", sys_ioctl(fd, _IO('k', 1), 0), 7);
	is("none: void", sys_ioctl(fd, _IO('k', 2), (void *)1), 0);
	is("none: an error", sys_ioctl(fd, _IO('k', 3), 0), -33);
	is("a value", sys_ioctl(fd, _IO('k', 4), (void *)41), 42);
	is("a negative value, from 32 bits too", sys_ioctl(fd, _IO('k', 4), (void *)-8L), -7);
	is("in and out", sys_ioctl(fd, SWAPPED, &p), 0);
	is("in and out: what came", p.first == 2 && p.second == 1, 1);
	is("in and out: a number", sys_ioctl(fd, HALF, &half), 0);
	is("in and out: half", half, 21);
	is("in and out: an error", sys_ioctl(fd, HALF, &half), -34);
	is("in and out: unchanged after it", half, 21);
	is("out: the file", sys_ioctl(fd, NONBLOCKING, &byte), 0);
	is("out: what it is", byte, 0);
	is("a long, which 32-bit programs have otherwise", sys_ioctl(fd, NEGATED, &w), 0);
	is("a long: what came", w.number == 5 && w.tag == ~0x123456789abcdef0, 1);
	is("another number than its type", sys_ioctl(fd, LARGE, &large), 0);
	is("another number: what came", large == 0x1122334455667788, 1);
	is("two bytes", sys_ioctl(fd, MEDIUM, &medium), 0);
	is("two bytes: what came", medium, 0x99aa);
	is("an address that is none", sys_ioctl(fd, SWAPPED, 0), -14);
	is("half an argument", sys_ioctl(fd, SWAPPED, end - 4), -14);
	is("half a number", sys_ioctl(fd, HALF, end - 2), -14);
	is("a place that is none", sys_ioctl(fd, MEDIUM, end - 1), -14);
	is("the kernel's memory", sys_ioctl(fd, MEDIUM, (void *)-4096L), -14);
}

static void stages(int fd, char *end)
{
	struct pair p = {3, 4}, q = {0, 0};
	int yes = 1, level = 77;

	is("before the stage: not open", sys_ioctl(fd, SET_LEVEL, &level), -19);
	is("the stage comes before the copy", sys_ioctl(fd, SET_LEVEL, 0), -19);
	is("unknown numbers go through it", sys_ioctl(fd, _IO('k', 0xee), 0), -19);
	is("in a lock: in", sys_ioctl(fd, SET_PAIR, &p), 0);
	is("in a lock: out", sys_ioctl(fd, GET_PAIR, &q), 0);
	is("in a lock: what came", q.first == 3 && q.second == 4, 1);
	is("in a lock: no memory", sys_ioctl(fd, SET_PAIR, end - 1), -14);
	is("open", sys_ioctl(fd, SET_OPEN, &yes), 0);
	is("after the stage: in", sys_ioctl(fd, SET_LEVEL, &level), 0);
	level = 0;
	is("after the stage: out", sys_ioctl(fd, GET_LEVEL, &level), 0);
	is("after the stage: what came", level, 77);
	is("written by the handler: no memory, nothing taken", sys_ioctl(fd, TAKE_LEVEL, end - 2), -14);
	is("written by the handler", sys_ioctl(fd, TAKE_LEVEL, &level), 0);
	is("written by the handler: what came", level, 77);
	is("taken", sys_ioctl(fd, GET_LEVEL, &level), 0);
	is("taken: nothing left", level, 0);
	is("the answer to unknown numbers", sys_ioctl(fd, _IO('k', 0xee), 0), 99);
	is("the answer to others", sys_ioctl(fd, _IO('k', 0xef), 0), -25);
	is("another size is another number", sys_ioctl(fd, _IOR('k', 31, char), &level), -25);
}

int run(int argc, char **argv)
{
	uint32_t half = 8;
	char *end = edge();
	int fd = sys_open("/dev/ioctl_table", O_RDWR), plain = sys_open("/dev/ioctl_plain", O_RDWR);

	(void)argc, (void)argv;
	put_text("KTAP version 1");
	end_line();
	is("they open", fd >= 0 && plain >= 0, 1);
	arguments(fd, end);
	stages(fd, end);
	is("a table without stages", sys_ioctl(plain, HALF, &half), 0);
	is("a table without stages: what came", half, 4);
	is("a number that is not in it", sys_ioctl(plain, 0x5401, 0), -25);
	is("the type or the direction is another", sys_ioctl(plain, _IOW('k', 6, uint32_t), &half), -25);
	put_text("1..");
	put_number(number);
	end_line();
	return failures != 0;
}
