/* SPDX-License-Identifier: GPL-2.0 */
// clang-format Language: C
/* What a storm can do to a file: one function an operation, each with the errors that the kernel answers for any file. */
#ifndef KEEL_STORM_OPS_H
#define KEEL_STORM_OPS_H
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { ERRNOS = 134, OPERATIONS = 32, FILES = 12, MAPS = 8, MAX_IOCTLS = 64, ARENA = 256 << 10 };

/* Shared by all processes of a storm. */
static struct tally {
	unsigned long answers[OPERATIONS][ERRNOS]; /* by operation and errno; 0: it worked */
	unsigned long opened;
} *tally;

static char **paths;
static int path_count;
static unsigned known_ioctl[MAX_IOCTLS];
static int known_ioctls;

/* Of one process. */
static int file[FILES];
static struct {
	char *at;
	size_t len;
} map[MAPS];
static char *arena; /* ARENA bytes that can be used, a page that can only be read, a page that cannot */
static uint64_t random_state;
static sigjmp_buf touched;

static void tally_make(void)
{
	tally = mmap(NULL, sizeof(*tally), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (tally == MAP_FAILED) {
		perror("storm: mmap");
		exit(1);
	}
}

static void random_seed(unsigned long seed) { random_state = seed * 0x9e3779b97f4a7c15 + 1; }

static uint64_t random64(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return random_state;
}

/* 0 to n - 1. */
static unsigned below(unsigned n) { return (unsigned)(random64() >> 33) % n; }

static size_t any_size(void)
{
	switch (below(8)) {
	case 0:
		return 0;
	case 1:
		return below(ARENA);
	case 2:
		return 4096u << below(5);
	case 3:
		return below(4) ? 1 + below(16) : (size_t)random64() >> below(64);
	default:
		return below(300);
	}
}

static off_t any_offset(void)
{
	switch (below(6)) {
	case 0:
		return (off_t)random64() >> below(64);
	case 1:
		return (off_t)below(64) * 4096;
	default:
		return below(400);
	}
}

/* An address for `size` bytes, most often one that is good. */
static char *any_pointer(size_t size)
{
	switch (below(16)) {
	case 0:
		return NULL;
	case 1:
		return (char *)(uintptr_t)below(8192);
	case 2:
		return (char *)(uintptr_t)random64();
	case 3:
		return (char *)(0xffff888000000000 + below(1 << 20));
	case 4: /* ends in what can only be read */
		return arena + ARENA - (size ? below(size < 4096 ? (unsigned)size : 4096) : 0);
	case 5: /* ends in nothing */
		return arena + ARENA + 4096 - (size ? below(size < 4096 ? (unsigned)size : 4096) : 0);
	default:
		return arena + below(size < ARENA ? ARENA - (unsigned)size : 1);
	}
}

/* Most often one that is open. */
static int any_file(void)
{
	int fd = -1;

	for (int tries = 0; fd < 0 && tries < 4; tries++)
		fd = file[below(FILES)];
	return fd;
}

static void fill_arena(void)
{
	for (int i = 0; i < 32; i++)
		((uint64_t *)arena)[below(ARENA / 8)] = random64() >> below(64);
}

static long do_open(void)
{
	static const int modes[] = {O_RDWR, O_RDWR, O_RDONLY, O_WRONLY};
	static const int flags[] = {0, O_NONBLOCK, O_APPEND, O_TRUNC, O_CLOEXEC, O_SYNC, O_NOCTTY, O_DIRECT};
	int *slot = &file[below(FILES)];

	if (*slot >= 0 && below(2)) {
		close(*slot);
		*slot = -1;
	}
	int fd = open(paths[below((unsigned)path_count)], modes[below(4)] | flags[below(8)] | flags[below(8)]);

	if (fd >= 0) {
		__atomic_fetch_add(&tally->opened, 1, __ATOMIC_RELAXED);
		if (*slot >= 0)
			close(*slot);
		*slot = fd;
	}
	return fd;
}

static long do_close(void)
{
	int *slot = &file[below(FILES)], fd = *slot;

	*slot = -1;
	return fd < 0 ? 0 : close(fd);
}

static long do_dup(void)
{
	int *to = &file[below(FILES)], from = any_file();

	if (from < 0 || *to == from)
		return 0;
	if (*to >= 0)
		return dup2(from, *to);
	*to = dup(from);
	return *to;
}

static long do_read(void)
{
	size_t n = any_size();

	return below(2) ? read(any_file(), any_pointer(n), n) : pread(any_file(), any_pointer(n), n, any_offset());
}

static long do_write(void)
{
	size_t n = any_size();

	fill_arena();
	return below(2) ? write(any_file(), any_pointer(n), n) : pwrite(any_file(), any_pointer(n), n, any_offset());
}

static long do_vector(void)
{
	static const int flags[] = {0, 0, RWF_NOWAIT, RWF_HIPRI, RWF_APPEND, RWF_DSYNC};
	struct iovec part[4];
	int count = (int)below(5);

	for (int i = 0; i < 4; i++) {
		part[i].iov_len = any_size();
		part[i].iov_base = any_pointer(part[i].iov_len);
	}
	switch (below(3)) {
	case 0:
		return readv(any_file(), part, count);
	case 1:
		return writev(any_file(), part, count);
	default:
		return below(2) ? preadv2(any_file(), part, count, below(2) ? -1 : any_offset(), flags[below(6)])
		                : pwritev2(any_file(), part, count, below(2) ? -1 : any_offset(), flags[below(6)]);
	}
}

static long do_seek(void) { return lseek(any_file(), any_offset(), (int)below(6)) < 0 ? -1 : 0; }

static unsigned any_ioctl(void)
{
	unsigned number = known_ioctls ? known_ioctl[below((unsigned)known_ioctls)] : (unsigned)random64();

	switch (below(10)) {
	case 0:
		return (unsigned)random64();
	case 1:
		return number ^ 1u << below(32);
	case 2:
		return (number & 0xff00) | below(256) | below(4) << 30 | below(256) << 16;
	default:
		return number;
	}
}

static long do_ioctl(void)
{
	unsigned long argument = below(8) ? (unsigned long)any_pointer(below(64)) : random64() >> below(64);

	fill_arena();
	return ioctl(any_file(), any_ioctl(), argument);
}

static long do_poll(void)
{
	struct pollfd asked[3];

	for (int i = 0; i < 3; i++)
		asked[i] = (struct pollfd){.fd = any_file(), .events = (short)random64()};
	return poll(asked, 3, (int)below(3));
}

static long do_fcntl(void)
{
	switch (below(5)) {
	case 0:
		return fcntl(any_file(), F_SETFL, below(2) ? O_NONBLOCK : 0);
	case 1:
		return fcntl(any_file(), F_SETFL, below(2) ? O_ASYNC : 0);
	case 2:
		return fcntl(any_file(), F_SETOWN, getpid());
	case 3:
		return fcntl(any_file(), F_SETSIG, SIGUSR1);
	default:
		return fcntl(any_file(), F_GETFL);
	}
}

static long do_sync(void)
{
	switch (below(3)) {
	case 0:
		return fsync(any_file());
	case 1:
		return fdatasync(any_file());
	default:
		return sync_file_range(any_file(), any_offset(), any_offset(), below(8));
	}
}

static long do_stat(void)
{
	struct stat info;
	char text[64];
	static char page[4096];
	int fd = any_file();

	if (below(2))
		return fstat(fd, &info);
	snprintf(text, sizeof(text), "/proc/self/fdinfo/%d", fd);
	fd = open(text, O_RDONLY);
	if (fd < 0)
		return 0; /* of a file that is not open */
	long n = read(fd, page, sizeof(page));

	close(fd);
	return n;
}

static long do_truncate(void) { return ftruncate(any_file(), any_offset()); }

static long do_splice(void)
{
	int ends[2];
	long done;

	if (pipe2(ends, O_NONBLOCK))
		return -1;
	if (below(2)) {
		done = splice(any_file(), NULL, ends[1], NULL, below(20000), SPLICE_F_NONBLOCK);
	} else {
		(void)!write(ends[1], arena, below(8192));
		done = splice(ends[0], NULL, any_file(), NULL, below(20000), SPLICE_F_NONBLOCK);
	}
	close(ends[0]);
	close(ends[1]);
	return done;
}

static long do_sendfile(void) { return sendfile(any_file(), any_file(), NULL, below(20000)); }

static long do_mmap(void)
{
	unsigned slot = below(MAPS);
	size_t len = below(4) ? 4096u << below(4) : any_size();
	int protection = (int)below(8);
	void *at;

	if (map[slot].at)
		munmap(map[slot].at, map[slot].len);
	map[slot].at = NULL;
	if (len > 1 << 20)
		len = 1 << 20;
	at = mmap(NULL, len, protection, below(3) ? MAP_SHARED : MAP_PRIVATE, any_file(),
	          below(3) ? (off_t)below(8) * 4096 : any_offset() & ~4095l);
	if (at == MAP_FAILED)
		return -1;
	map[slot].at = at;
	map[slot].len = len;
	return 0;
}

/* Uses a mapping. A fault that cannot be served ends the use, not the process. */
static long do_touch(void)
{
	unsigned slot = below(MAPS);
	volatile char *at = map[slot].at;

	if (!at || sigsetjmp(touched, 1))
		return 0;
	for (int i = 0; i < 8; i++) {
		size_t offset = (size_t)below((unsigned)map[slot].len ? (unsigned)map[slot].len : 1);

		if (below(2))
			at[offset] = (char)random64();
		else
			(void)at[offset];
	}
	return 0;
}

static long do_remap(void)
{
	unsigned slot = below(MAPS);
	size_t len = 4096u << below(5);
	void *at;

	if (!map[slot].at)
		return 0;
	switch (below(5)) {
	case 0:
		return mprotect(map[slot].at, map[slot].len, (int)below(8));
	case 1:
		return madvise(map[slot].at, map[slot].len, (int)below(26));
	case 2:
		return msync(map[slot].at, map[slot].len, below(2) ? MS_SYNC : MS_ASYNC);
	case 3:
		return map[slot].len > 8192 ? munmap(map[slot].at + 4096, 4096) : 0;
	default:
		at = mremap(map[slot].at, map[slot].len, len, below(2) ? MREMAP_MAYMOVE : 0);
		if (at == MAP_FAILED)
			return -1;
		map[slot].at = at;
		map[slot].len = len;
		return 0;
	}
}

/* A child that uses what it inherits, and ends. */
static long do_fork(void)
{
	if (below(8))
		return 0;
	pid_t child = fork();

	if (child == 0) {
		alarm(2);
		do_touch();
		(void)!read(any_file(), arena, below(100));
		_exit(0);
	}
	return child;
}

struct operation {
	const char *name;
	long (*call)(void);
	unsigned weight;
	int errors[16]; /* what the kernel itself answers for some or all files */
};

#define IO EBADF, EFAULT, EINVAL, EAGAIN, EINTR, ESPIPE, EOVERFLOW, EOPNOTSUPP
static const struct operation operations[] = {
    {"open", do_open, 8, {EINTR, ENOMEM, EINVAL}},
    {"close", do_close, 3, {EINTR}},
    {"dup", do_dup, 1, {EBADF}},
    {"read", do_read, 12, {IO}},
    {"write", do_write, 12, {IO, EFBIG}},
    {"vector", do_vector, 8, {IO, EFBIG}},
    {"lseek", do_seek, 4, {EBADF, EINVAL, ESPIPE, ENXIO, EOVERFLOW}},
    {"ioctl", do_ioctl, 20, {EBADF, EFAULT, ENOTTY, EINTR}},
    {"poll", do_poll, 4, {EINTR}},
    {"fcntl", do_fcntl, 3, {EBADF, EINVAL}},
    {"sync", do_sync, 1, {EBADF, EINVAL, ESPIPE, EINTR}},
    {"stat", do_stat, 1, {EBADF}},
    {"truncate", do_truncate, 1, {EBADF, EINVAL, EFBIG}},
    {"splice", do_splice, 2, {EBADF, EINVAL, EAGAIN, ESPIPE, EINTR, EFAULT, ENOMEM}},
    {"sendfile", do_sendfile, 1, {EBADF, EINVAL, EAGAIN, ESPIPE, EINTR, EFAULT, EOVERFLOW, ENOMEM}},
    {"mmap", do_mmap, 6, {EBADF, EINVAL, EACCES, ENODEV, EOVERFLOW, EAGAIN, ENOMEM, EPERM}},
    {"touch", do_touch, 8, {EFAULT}},
    {"remap", do_remap, 3, {EINVAL, EACCES, EFAULT, ENOMEM, EAGAIN, EBADF, EPERM, EIO, EBUSY, ENODEV}},
    {"fork", do_fork, 2, {EAGAIN, ENOMEM}},
};
#undef IO

static int operation_count(void) { return (int)(sizeof(operations) / sizeof(operations[0])); }

static unsigned long tally_of(int which)
{
	unsigned long calls = 0;

	for (int code = 0; code < ERRNOS; code++)
		calls += tally->answers[which][code];
	return calls;
}

static unsigned long tally_calls(void)
{
	unsigned long calls = 0;

	for (int which = 0; which < operation_count(); which++)
		calls += tally_of(which);
	return calls;
}

static void on_fault(int signal)
{
	(void)signal;
	siglongjmp(touched, 1);
}

static void on_signal(int signal) { (void)signal; }

/* Opens what all processes will have: before they are there. */
static void storm_share(void)
{
	for (int i = 0; i < FILES; i++)
		file[i] = -1;
	for (int i = 0; i < 2; i++) {
		file[i] = open(paths[i % path_count], O_RDWR | (i ? O_NONBLOCK : 0));
		if (file[i] < 0)
			file[i] = open(paths[i % path_count], O_RDONLY);
		tally->opened += file[i] >= 0;
	}
}

static void storm_begin(void)
{
	struct itimerval often = {{0, 20000}, {0, 20000}};
	struct sigaction fault = {.sa_handler = on_fault}, other = {.sa_handler = on_signal};

	arena = mmap(NULL, ARENA + 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	mprotect(arena + ARENA, 4096, PROT_READ);
	mprotect(arena + ARENA + 4096, 4096, PROT_NONE);
	sigaction(SIGSEGV, &fault, NULL);
	sigaction(SIGBUS, &fault, NULL);
	sigaction(SIGALRM, &other, NULL); /* without SA_RESTART: what waits returns */
	sigaction(SIGIO, &other, NULL);
	sigaction(SIGUSR1, &other, NULL);
	signal(SIGCHLD, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	setitimer(ITIMER_REAL, &often, NULL);
}

/* One random operation, or one of the named kind; a file is opened when none is. */
static void storm_step(const char *only)
{
	unsigned total = 0, chosen;
	int which = 0;

	for (int i = 0; i < operation_count(); i++)
		total += operations[i].weight;
	if (only) {
		if (below(64) == 0 || file[0] < 0) {
			file[0] = file[0] < 0 ? -1 : (close(file[0]), -1);
			do_open();
		}
		while (strcmp(operations[which].name, only))
			which++;
	} else {
		for (chosen = below(total); chosen >= operations[which].weight; which++)
			chosen -= operations[which].weight;
	}
	errno = 0;
	long answer = operations[which].call();
	int code = answer < 0 ? errno : 0;

	if (code < ERRNOS)
		__atomic_fetch_add(&tally->answers[which][code], 1, __ATOMIC_RELAXED);
}
#endif
