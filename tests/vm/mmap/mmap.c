// SPDX-License-Identifier: GPL-2.0
/* Maps what the test module offers in every way that a process has, and in those that must be refused. */
#define _GNU_SOURCE
#include "ktap.h"
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mmap_test.h"

#define NODE "/dev/keel-mmap"

static sigjmp_buf back;
static void on_signal(int number) { siglongjmp(back, number); }

/* The signal that reading (or writing) a byte there ends with, or 0. */
static int touch(volatile unsigned char *at, bool write)
{
	int number = sigsetjmp(back, 1);

	if (number)
		return number;
	if (write)
		*at = *at + 1;
	else
		(void)*at;
	return 0;
}

static int open_kind(int kind)
{
	int fd = open(NODE, O_RDWR);
	struct args args = {.value = kind};

	REQUIRE(fd >= 0, "the device opens");
	if (ioctl(fd, SET_KIND, &args))
		CHECK(false, "the kind is chosen");
	return fd;
}

static unsigned char *map_at(int fd, int pages, int prot, int flags, int from)
{
	return mmap(NULL, pages * PAGE, prot, flags, fd, (off_t)from * PAGE);
}

static unsigned char *map(int fd, int pages)
{
	unsigned char *at = map_at(fd, pages, PROT_READ | PROT_WRITE, MAP_SHARED, 0);

	REQUIRE(at != MAP_FAILED, "it is mapped");
	return at;
}

static uint64_t look(int fd, void *at, int how)
{
	struct args args = {.address = (uintptr_t)at, .value = how};

	return ioctl(fd, LOOK, &args) ? 0 : args.value;
}

static struct counts counts_of(int fd)
{
	struct counts counts = {0};

	if (ioctl(fd, GET_COUNTS, &counts))
		CHECK(false, "the counts are read");
	return counts;
}

static int peek(int fd, unsigned long at)
{
	struct args args = {.address = at};

	return ioctl(fd, PEEK, &args) ? -1 : (int)args.value;
}

/* The status of a child that runs `body` and ends. */
static int in_child(int (*body)(int fd, unsigned char *at), int fd, unsigned char *at)
{
	int status;
	pid_t pid = fork();

	if (!pid)
		_exit(body(fd, at));
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int child_reads(int fd, unsigned char *at)
{
	if (at[1] != 7)
		return 1;
	at[2] = 8;
	return 0;
}

static int child_touches(int fd, unsigned char *at) { return touch(at, false); }

static void shares_a_buffer(void)
{
	int fd = open_kind(KIND_BUFFER);
	struct args args = {.address = 3, .value = 9};
	unsigned char *at, *last;

	at = map(fd, 4);
	CHECK_EQ(at[0] | at[4 * PAGE - 1], 0, "a buffer begins as zeroes");
	at[1] = 7;
	CHECK_EQ(peek(fd, 1), 7, "the kernel sees what the process writes");
	CHECK_EQ(ioctl(fd, POKE, &args), 0, "the kernel writes");
	CHECK_EQ(at[3], 9, "the process sees what the kernel writes");
	args.address = 4 * PAGE;
	CHECK_ERRNO(ioctl(fd, POKE, &args), EINVAL, "the kernel does not write past the end");
	CHECK_EQ(in_child(child_reads, fd, at), 0, "a child of fork has the mapping");
	CHECK_EQ(at[2], 8, "and shares it");

	last = map_at(fd, 1, PROT_READ, MAP_SHARED, 3);
	at[3 * PAGE + 5] = 4;
	CHECK_EQ(last[5], 4, "a mapping from an offset shows what is there");
	CHECK(map_at(fd, 5, PROT_READ, MAP_SHARED, 0) == MAP_FAILED && errno == EINVAL,
	      "a mapping past the end is EINVAL");
	CHECK(map_at(fd, 2, PROT_READ, MAP_SHARED, 3) == MAP_FAILED && errno == EINVAL,
	      "a mapping past the end from an offset is EINVAL");
	CHECK(map_at(fd, 1, PROT_READ, MAP_SHARED, 4) == MAP_FAILED && errno == EINVAL,
	      "a mapping behind the end is EINVAL");
	CHECK(mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, (off_t)(~0UL >> 1 & ~(PAGE - 1))) == MAP_FAILED,
	      "a mapping from the greatest offset is refused");
	CHECK(mremap(at, 4 * PAGE, 8 * PAGE, MREMAP_MAYMOVE) == MAP_FAILED, "a mapping does not grow");
	CHECK_EQ(at[1], 7, "and stays as it was");

	at = mremap(at, 4 * PAGE, 4 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, last + 64 * PAGE);
	REQUIRE(at != MAP_FAILED, "a mapping moves");
	CHECK_EQ(at[1], 7, "and shows the same");
	CHECK_EQ(munmap(at + PAGE, PAGE), 0, "a page in the middle is unmapped");
	CHECK_EQ(touch(at + PAGE, false), SIGSEGV, "and gone");
	CHECK_EQ(touch(at, true) | touch(at + 2 * PAGE, true), 0, "the others are there");
	close(fd);
	CHECK_EQ(at[1], 7, "mappings outlive the descriptor");
	munmap(at, PAGE);
	munmap(at + 2 * PAGE, 2 * PAGE);
	munmap(last, PAGE);
}

static void copies_private_ones(void)
{
	int fd = open_kind(KIND_BUFFER);
	unsigned char *own = map_at(fd, 4, PROT_READ | PROT_WRITE, MAP_PRIVATE, 0), *shared = map(fd, 4);

	REQUIRE(own != MAP_FAILED, "a private mapping is made");
	shared[0] = 1;
	CHECK_EQ(own[0], 1, "a private mapping shows what is there");
	own[0] = 2;
	CHECK_EQ(own[0], 2, "what is written to it stays");
	CHECK(shared[0] == 1 && peek(fd, 0) == 1, "and is its own");
	munmap(own, 4 * PAGE);
	munmap(shared, 4 * PAGE);
	close(fd);
}

static void maps_pages(int kind, const char *what)
{
	int fd = open_kind(kind), i, wrong = 0;
	unsigned char *at = map(fd, 4), *again;

	diag("%s", what);
	for (i = 0; i < 4; i++) {
		wrong += kind == KIND_FOLIO && at[i * PAGE] != i + 1;
		at[i * PAGE + 9] = 10 + i;
	}
	CHECK_EQ(wrong, 0, "the pages are those of the array, in order");
	munmap(at, 4 * PAGE);
	again = map_at(fd, 2, PROT_READ, MAP_SHARED, 2);
	REQUIRE(again != MAP_FAILED, "the last two are mapped");
	CHECK(again[9] == 12 && again[PAGE + 9] == 13, "they are those that were written");
	CHECK(map_at(fd, 3, PROT_READ, MAP_SHARED, 2) == MAP_FAILED && errno == EINVAL,
	      "three from there are too many");
	close(fd);
	CHECK(again[9] == 12 && again[PAGE + 9] == 13, "they outlive the descriptor");
	munmap(again, 2 * PAGE);
}

static void keeps_writers_out(void)
{
	int fd = open_kind(KIND_READ_ONLY);
	unsigned char *at;

	CHECK(map_at(fd, 1, PROT_READ | PROT_WRITE, MAP_SHARED, 0) == MAP_FAILED && errno == EACCES,
	      "a mapping to write is refused");
	CHECK(map_at(fd, 1, PROT_READ | PROT_EXEC, MAP_SHARED, 0) == MAP_FAILED && errno == EACCES,
	      "a mapping to execute is refused");
	at = map_at(fd, 1, PROT_READ, MAP_SHARED, 0);
	REQUIRE(at != MAP_FAILED, "a mapping to read is made");
	CHECK_ERRNO(mprotect(at, PAGE, PROT_READ | PROT_WRITE), EACCES, "it is not made writable");
	CHECK_ERRNO(mprotect(at, PAGE, PROT_READ | PROT_EXEC), EACCES, "nor executable");
	CHECK_EQ(touch(at, true), SIGSEGV, "a write ends with SIGSEGV");
	CHECK_EQ(touch(at, false), 0, "a read is fine");
	munmap(at, PAGE);
	close(fd);
}

static void answers_faults(void)
{
	int fd = open_kind(KIND_LAZY);
	struct counts before = counts_of(fd), now;
	unsigned char *at = map(fd, 8), *part;
	struct args args = {.len = 4 * PAGE};

	now = counts_of(fd);
	CHECK(now.opens == before.opens + 1 && now.faults == before.faults, "an area has the object, and no pages yet");
	CHECK_EQ(at[PAGE], 0, "a page is of zeroes");
	CHECK_EQ(counts_of(fd).faults, before.faults + 1, "it took a fault");
	CHECK_EQ(counts_of(fd).writes, before.writes, "a read is no write");
	at[PAGE] = 5;
	CHECK_EQ(counts_of(fd).writes, before.writes + 1, "the first write is asked about");
	at[PAGE + 1] = 6;
	CHECK_EQ(counts_of(fd).writes, before.writes + 1, "the second is not");
	at[1] = 7;
	CHECK_EQ(counts_of(fd).writes, before.writes + 2, "a write to a new page is asked about, too");
	CHECK(map_at(fd, 9, PROT_READ, MAP_SHARED, 0) == MAP_FAILED && errno == EINVAL,
	      "a mapping past the end is EINVAL");
	part = mmap(NULL, 9 * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	mmap(part, 8 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd, 0);
	CHECK(mmap(part + 8 * PAGE, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd, 8 * PAGE) == MAP_FAILED &&
	          errno == EINVAL,
	      "also right behind another one");
	munmap(part, 9 * PAGE);
	before.opens++;
	before.closes++;

	CHECK_EQ(in_child(child_reads, fd, at), 0, "a child of fork has it");
	CHECK_EQ(at[2], 8, "and shares it");
	now = counts_of(fd);
	CHECK_EQ(now.opens, before.opens + 2, "its area had the object");
	CHECK_EQ(now.closes, before.closes + 1, "and has it no longer");

	CHECK_EQ(munmap(at + 3 * PAGE, PAGE), 0, "a page in the middle is unmapped");
	now = counts_of(fd);
	CHECK_EQ((now.opens - before.opens) - (now.closes - before.closes), 2, "two areas have the object");
	part = mremap(at + 4 * PAGE, 4 * PAGE, 4 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, at + 64 * PAGE);
	REQUIRE(part != MAP_FAILED, "one of them moves");
	now = counts_of(fd);
	CHECK_EQ((now.opens - before.opens) - (now.closes - before.closes), 2, "two areas have it still");
	part[0] = 3;
	CHECK_EQ(part[0], 3, "which is the fifth page");

	CHECK_EQ(ioctl(fd, RESIZE, &args), 0, "the object shrinks");
	CHECK_EQ(touch(part, false), 0, "what is mapped stays");
	CHECK_EQ(touch(part + PAGE, false), SIGBUS, "what is behind the end is SIGBUS");
	args.address = 0;
	args.len = 8 * PAGE;
	CHECK_EQ(ioctl(fd, UNMAP, &args), 0, "all that is mapped is taken away");
	CHECK_EQ(touch(part, false), SIGBUS, "what was behind the end is SIGBUS");
	CHECK_EQ(at[PAGE + 1], 6, "what is inside comes again, as it was");
	args.len = 8 * PAGE;
	ioctl(fd, RESIZE, &args);
	CHECK_EQ(part[0], 3, "an object that grows again has what it had");

	args.value = 1;
	ioctl(fd, FAIL, &args);
	CHECK_EQ(touch(at + 2 * PAGE, true), 0, "no memory is another try, after the kernel has made room");
	ioctl(fd, UNMAP, &(struct args){.len = 8 * PAGE});
	args.value = 2;
	ioctl(fd, FAIL, &args);
	CHECK_EQ(touch(at + 2 * PAGE, true), SIGBUS, "an error of the driver is SIGBUS");
	args.value = 3;
	ioctl(fd, FAIL, &args);
	CHECK_EQ(touch(at + 2 * PAGE, true), 0, "EAGAIN is another try");

	CHECK_EQ(ioctl(fd, DROP_OBJECT), 0, "the driver gives its object up");
	CHECK_EQ(at[PAGE + 1], 6, "which the mappings keep");
	CHECK_EQ(counts_of(fd).alive, before.alive, "alive");
	munmap(at, 3 * PAGE);
	CHECK_EQ(counts_of(fd).alive, before.alive, "as long as there is one");
	close(fd);
	CHECK_EQ(part[0], 3, "without any descriptor");
	munmap(part, 4 * PAGE);
	fd = open(NODE, O_RDWR);
	now = counts_of(fd);
	CHECK_EQ(now.alive, before.alive, "then it is gone (the one alive is this file's)");
	CHECK_EQ(now.opens - before.opens, now.closes - before.closes, "each area that got the object gave it back");
	close(fd);
}

static void answers_private_faults(void)
{
	int fd = open_kind(KIND_LAZY);
	unsigned char *own = map_at(fd, 8, PROT_READ | PROT_WRITE, MAP_PRIVATE, 0), *shared = map(fd, 8);

	REQUIRE(own != MAP_FAILED, "a private mapping is made");
	shared[0] = 1;
	CHECK_EQ(own[0], 1, "it shows what is there");
	own[0] = 2;
	own[PAGE] = 3;
	CHECK(shared[0] == 1 && shared[PAGE] == 0 && own[0] == 2 && own[PAGE] == 3, "what is written to it is its own");
	munmap(own, 8 * PAGE);
	munmap(shared, 8 * PAGE);
	close(fd);
}

static void refuses_what_drivers_refuse(void)
{
	int fd = open_kind(KIND_FAILS_LATE), reader;
	struct counts before = counts_of(fd), now;
	struct args args = {.value = KIND_TWICE};
	unsigned char *at;

	CHECK(map_at(fd, 8, PROT_READ, MAP_SHARED, 0) == MAP_FAILED && errno == EIO, "an error of mmap is passed on");
	now = counts_of(fd);
	CHECK_EQ(now.opens - before.opens, now.closes - before.closes, "and the area gives its object back");
	ioctl(fd, SET_KIND, &args);
	CHECK(map_at(fd, 4, PROT_READ, MAP_SHARED, 0) == MAP_FAILED && errno == EBUSY, "an area gets one content");
	now = counts_of(fd);
	CHECK_EQ(now.opens - before.opens, now.closes - before.closes, "and gives it back then");
	args.value = KIND_NOTHING;
	ioctl(fd, SET_KIND, &args);
	at = map_at(fd, 1, PROT_READ, MAP_SHARED, 0);
	CHECK_EQ(touch(at, false), SIGBUS, "an area without content is SIGBUS");
	munmap(at, PAGE);
	args.value = KIND_DONT_COPY;
	ioctl(fd, SET_KIND, &args);
	CHECK(map_at(fd, 1, PROT_READ, MAP_PRIVATE, 0) == MAP_FAILED && errno == EINVAL,
	      "a private mapping is refused");
	at = map(fd, 1);
	CHECK_EQ(in_child(child_touches, fd, at), SIGSEGV, "a child of fork does not have it");
	munmap(at, PAGE);
	reader = open(NODE, O_RDONLY);
	ioctl(reader, SET_KIND, &args);
	at = map_at(reader, 1, PROT_READ, MAP_SHARED, 0);
	CHECK(at != MAP_FAILED, "a file that is open for reading has shared mappings, too");
	CHECK_EQ(look(reader, at, 0) & 31, 1 | 16, "which cannot be written");
	munmap(at, PAGE);
	close(reader);
	args.value = 99;
	ioctl(fd, SET_KIND, &args);
	CHECK(map_at(fd, 1, PROT_READ, MAP_SHARED, 0) == MAP_FAILED && errno == ENODEV, "what is not there is ENODEV");
	close(fd);
}

static void finds_areas(void)
{
	int fd = open_kind(KIND_LAZY), how, wrong = 0;
	unsigned char *at = map(fd, 4), *file = map_at(fd, 2, PROT_READ, MAP_PRIVATE, 1), *others;
	struct args args = {.address = (uintptr_t)at + PAGE, .len = 2 * PAGE};
	uint64_t found = look(fd, at + 2 * PAGE, 0);

	others = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	others[0] = 1;
	CHECK_EQ(found, 4ULL << 32 | 1 | 2 | 8 | 16 | 32 | 64, "an area is found, and is what was mapped");
	CHECK_EQ(look(fd, file, 0), 2ULL << 32 | 1 << 16 | 1 | 8 | 32 | 64, "so is a private one from an offset");
	CHECK_EQ(look(fd, others, 0) & 0xffffff, (look(fd, others, 0) & 0xff0000) | 1 | 2 | 4 | 8,
	         "others are others'");
	for (how = 1; how < 6; how++)
		wrong += look(fd, at + 2 * PAGE, how) != found || look(fd, (void *)8, how) != 0;
	CHECK_EQ(wrong, 0, "under each of the locks");
	CHECK_EQ(look(fd, (void *)8, 0), 0, "where nothing is nothing is found");

	at[PAGE] = 4;
	found = counts_of(fd).faults;
	CHECK_EQ(ioctl(fd, ZAP, &args), 0, "what is mapped is taken away");
	CHECK_EQ(at[PAGE], 4, "and comes again, as it was");
	CHECK_EQ(counts_of(fd).faults, found + 1, "by a fault");
	args.len = 16 * PAGE;
	CHECK_ERRNO(ioctl(fd, ZAP, &args), EINVAL, "not past the end of the area");
	args.len = ~0UL & ~(PAGE - 1);
	CHECK_ERRNO(ioctl(fd, ZAP, &args), EINVAL, "nor further");
	args.len = 5;
	CHECK_ERRNO(ioctl(fd, ZAP, &args), EINVAL, "nor parts of pages");
	args.address = (uintptr_t)others;
	args.len = PAGE;
	CHECK_ERRNO(ioctl(fd, ZAP, &args), EPERM, "nor from areas of others");
	CHECK_EQ(others[0], 1, "which stay as they are");
	args.address = 0;
	CHECK_ERRNO(ioctl(fd, ZAP, &args), EFAULT, "nor where nothing is");
	munmap(at, 4 * PAGE);
	munmap(file, 2 * PAGE);
	munmap(others, 2 * PAGE);
	close(fd);
}

static int pin(int fd, void *at, unsigned long len, bool write)
{
	struct args args = {.address = (uintptr_t)at, .len = len, .value = write};

	return ioctl(fd, PIN, &args);
}

static long pinned_kb(void)
{
	char line[128];
	long kb = -1;
	FILE *status = fopen("/proc/self/status", "r");

	while (status && fgets(line, sizeof(line), status))
		sscanf(line, "VmPin: %ld", &kb);
	if (status)
		fclose(status);
	return kb;
}

static int child_pins_too_much(int fd, unsigned char *at)
{
	struct rlimit limit = {2 * PAGE, 2 * PAGE};

	/* Not the superuser, who may. */
	if (setrlimit(RLIMIT_MEMLOCK, &limit) || setresuid(1000, 1000, 1000))
		return 1;
	if (!pin(fd, at, 3 * PAGE, true) || errno != ENOMEM)
		return 2;
	if (pin(fd, at, 2 * PAGE, true))
		return 3;
	if (!pin(fd, at, 1, true) || errno != ENOMEM) /* with those that are pinned */
		return 4;
	ioctl(fd, UNPIN);
	return pin(fd, at, 2 * PAGE, true) ? 5 : 0;
}

static void pins_memory(void)
{
	int fd = open_kind(KIND_BUFFER);
	unsigned char *at = mmap(NULL, 16 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), *mapped;
	unsigned char *rights = mmap(NULL, 2 * PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	struct args args = {.address = PAGE - 8, .value = 0x0102030405060708};
	uint64_t value;

	memset(at, 0x11, 16 * PAGE);
	CHECK_ERRNO(ioctl(fd, PIN_READ, &args), ENOENT, "nothing is pinned yet");
	CHECK_EQ(pin(fd, at + 4, 8 * PAGE, true), 0, "memory is pinned");
	CHECK_EQ(pinned_kb(), 9 * PAGE / 1024, "and counted, in whole pages");
	args.value = 0x0102030405060708;
	CHECK_EQ(ioctl(fd, PIN_WRITE, &args), 0, "the kernel writes across two pages");
	memcpy(&value, at + 4 + PAGE - 8, 8);
	CHECK(value == 0x0102030405060708, "the process sees it");
	args.value = 0;
	CHECK_EQ(ioctl(fd, PIN_READ, &args), 0, "the kernel reads across two pages");
	CHECK(args.value == 0x0102030405060708, "what is there");
	args.address = 8 * PAGE - 7;
	CHECK_ERRNO(ioctl(fd, PIN_READ, &args), EINVAL, "not past the end");
	args.address = ~0UL;
	CHECK_ERRNO(ioctl(fd, PIN_WRITE, &args), EINVAL, "nor far behind it");
	CHECK_EQ(madvise(at, 16 * PAGE, MADV_DONTNEED), 0, "the process throws the memory away");
	args.address = PAGE - 8;
	CHECK_EQ(ioctl(fd, PIN_READ, &args), 0, "what is pinned stays");
	CHECK(args.value == 0x0102030405060708, "as it was");
	munmap(at + 8 * PAGE, 8 * PAGE);
	CHECK_EQ(ioctl(fd, UNPIN), 0, "it is unpinned");
	CHECK_EQ(pinned_kb(), 0, "and counted no longer");

	CHECK_ERRNO(pin(fd, at, 9 * PAGE, true), EFAULT, "memory that is there in part is not pinned");
	CHECK_ERRNO(pin(fd, (void *)8, 8, true), EFAULT, "nor memory that is not there");
	CHECK_ERRNO(pin(fd, at, 0, true), EINVAL, "nor nothing");
	CHECK_ERRNO(pin(fd, at, ~0UL, true), EINVAL, "nor more than all");
	CHECK_ERRNO(pin(fd, (void *)0xffff800000000000, PAGE, false), EFAULT, "nor the kernel's");
	CHECK_ERRNO(pin(fd, rights, PAGE, true), EFAULT, "nor to write what may be read only");
	CHECK_EQ(pinned_kb(), 0, "nothing is counted of what failed");
	CHECK_EQ(pin(fd, rights, PAGE, false), 0, "to read it is pinned");
	args.address = 0;
	CHECK_ERRNO(ioctl(fd, PIN_WRITE, &args), EACCES, "and not written");
	CHECK_EQ(ioctl(fd, PIN_READ, &args), 0, "but read");
	CHECK_EQ(args.value, 0, "as zeroes");
	mapped = map(fd, 4);
	CHECK_EQ(pin(fd, mapped, 4 * PAGE, true), 0, "a driver's own buffer is pinned as any other memory");
	args.value = 77;
	ioctl(fd, PIN_WRITE, &args);
	CHECK_EQ(mapped[0], 77, "and is the same memory");
	munmap(mapped, 4 * PAGE);
	ioctl(fd, UNPIN);
	CHECK_EQ(in_child(child_pins_too_much, fd, at), 0, "a process pins no more than its limit");
	CHECK_EQ(pin(fd, at, 4 * PAGE, true), 0, "memory is pinned, and stays so when all is closed");
	munmap(at, 8 * PAGE);
	close(fd);
	CHECK_EQ(pinned_kb(), 0, "until then");
}

static int child_keeps(int fd, unsigned char *at) { return ioctl(fd, KEEP_MM) ? 1 : 0; }

static void keeps_address_spaces(void)
{
	int fd = open_kind(KIND_BUFFER);
	struct args args;

	CHECK_ERRNO(ioctl(fd, ASK_MM, &args), ENOENT, "none is kept yet");
	CHECK_EQ(ioctl(fd, KEEP_MM), 0, "an address space is kept");
	CHECK_EQ(ioctl(fd, ASK_MM, &args), 0, "and asked for");
	CHECK_EQ(args.value, 2, "it is that of this process");
	CHECK_EQ(in_child(child_keeps, fd, NULL), 0, "a child's is kept");
	CHECK_EQ(ioctl(fd, ASK_MM, &args), 0, "and asked for when the child is gone");
	CHECK_EQ(args.value, 0, "it is not in use any more");
	close(fd);
}

/* The registers of an AHCI controller: its version, 1.0, and the address of a command list, which it keeps. */
static void maps_a_device(bool lazily)
{
	int fd = open_kind(lazily ? KIND_LAZY_IO : KIND_IO), other = open_kind(lazily ? KIND_LAZY_IO : KIND_IO);
	void *at = map_at(fd, 1, PROT_READ | PROT_WRITE, MAP_SHARED, 0);
	volatile uint32_t *registers = at;
	struct args args = {.address = 0, .len = PAGE};
	uint32_t version = 0;
	int memory;

	REQUIRE(at != MAP_FAILED, "a device's memory is mapped");
	CHECK_EQ(registers[4], 0x10000, "it is the device's");
	registers[64] = lazily ? 0x12345400 : 0x6789a800;
	CHECK_EQ(registers[64], lazily ? 0x12345400 : 0x6789a800, "which keeps what is written");
	CHECK(map_at(other, 1, PROT_READ, MAP_SHARED, 0) == MAP_FAILED && errno == EBUSY,
	      "nobody else claims it meanwhile");
	CHECK_EQ(in_child(child_touches, fd, at), 0, "a child of fork has it");
	CHECK_EQ(look(fd, at, 0) & 0xffffffff, 1 | 2 | 8 | 16 | 32 | (lazily ? 128 : 0),
	         "it is found, and is what was mapped");
	if (lazily) {
		CHECK_EQ(ioctl(fd, UNMAP, &args), 0, "it is taken away");
		CHECK_EQ(registers[4], 0x10000, "and comes again");
	}
	CHECK_ERRNO(pin(fd, at, PAGE, false), EFAULT, "a device's memory is not pinned");
	memory = open("/proc/self/mem", O_RDONLY);
	CHECK(pread(memory, &version, 4, (uintptr_t)at + 16) == 4 && version == 0x10000, "a debugger reads it");
	close(memory);
	close(fd);
	CHECK(map_at(other, 1, PROT_READ, MAP_SHARED, 0) == MAP_FAILED && errno == EBUSY, "the mapping keeps it");
	munmap(at, PAGE);
	CHECK(map_at(other, 1, PROT_READ, MAP_PRIVATE, 0) == MAP_FAILED && errno == EINVAL,
	      "a private mapping is refused");
	CHECK(map_at(other, 2, PROT_READ, MAP_SHARED, 0) == MAP_FAILED && errno == EINVAL, "so is one past its end");
	at = map_at(other, 1, PROT_READ, MAP_SHARED, 0);
	REQUIRE(at != MAP_FAILED, "then it is free again");
	munmap(at, PAGE);
	close(other);
}

static void takes_advice(void)
{
	int fd = open_kind(KIND_LAZY);
	unsigned char *at = map(fd, 8);

	at[0] = 1;
	CHECK_EQ(mlock(at, 8 * PAGE), 0, "it can be locked into memory");
	CHECK_EQ(munlock(at, 8 * PAGE), 0, "and unlocked");
	CHECK_EQ(madvise(at, 8 * PAGE, MADV_DONTNEED), 0, "it can be thrown away");
	CHECK_EQ(at[0], 1, "and is the driver's, who has it still");
	CHECK_EQ(madvise(at, 8 * PAGE, MADV_DONTFORK), 0, "it can be kept from children");
	CHECK_EQ(in_child(child_touches, fd, at), SIGSEGV, "who do not have it then");
	madvise(at, 8 * PAGE, MADV_RANDOM);
	CHECK_EQ(msync(at, 8 * PAGE, MS_SYNC) == 0 || errno == EINVAL, 1, "to write it back is of no use, and no harm");
	CHECK_EQ(mprotect(at, PAGE, PROT_NONE), 0, "it can be protected in part");
	CHECK_EQ(touch(at, false), SIGSEGV, "and is then");
	CHECK_EQ(mprotect(at, PAGE, PROT_READ | PROT_WRITE), 0, "and unprotected");
	CHECK_EQ(touch(at, true), 0, "again");
	munmap(at, 8 * PAGE);
	close(fd);
}

/* Two processes fault, one of them takes pages away, in any order. */
static void storms(int kind)
{
	int fd = open_kind(kind), status, i, failed = 0;
	const int pages = kind == KIND_LAZY ? 8 : 4;
	unsigned char *at = map(fd, pages);
	struct args args = {.len = pages * PAGE};
	unsigned seed = 1;
	pid_t children[3];

	for (i = 0; i < 3; i++) {
		children[i] = fork();
		if (!children[i]) {
			for (int n = 0; n < 3000; n++) {
				unsigned char *some = at + (seed = seed * 1103515245 + 12345 + i) % (pages * PAGE);

				if (i == 2)
					ioctl(fd, UNMAP, &args);
				else if (n % 16 == 15)
					madvise(at, pages * PAGE, MADV_DONTNEED);
				else if (n % 64 == 14)
					munmap(map_at(fd, pages, PROT_READ, MAP_SHARED, 0), pages * PAGE);
				else if (kind == KIND_LAZY)
					*some = n;
				else
					(void)touch(some, true);
			}
			_exit(0);
		}
	}
	for (i = 0; i < 3; i++) {
		waitpid(children[i], &status, 0);
		failed += status != 0;
	}
	CHECK_EQ(failed, 0, "processes fault, unmap and zap at once");
	munmap(at, pages * PAGE);
	close(fd);
}

int main(void)
{
	struct sigaction action = {.sa_handler = on_signal};

	sigaction(SIGBUS, &action, NULL);
	sigaction(SIGSEGV, &action, NULL);
	shares_a_buffer();
	copies_private_ones();
	maps_pages(KIND_PAGES, "pages from anywhere");
	maps_pages(KIND_FOLIO, "pages in one piece");
	keeps_writers_out();
	answers_faults();
	answers_private_faults();
	refuses_what_drivers_refuse();
	finds_areas();
	pins_memory();
	keeps_address_spaces();
	maps_a_device(false);
	maps_a_device(true);
	takes_advice();
	storms(KIND_LAZY);
	storms(KIND_BUFFER);
	return ktap_done();
}
