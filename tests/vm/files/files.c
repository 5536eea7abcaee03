// SPDX-License-Identifier: GPL-2.0
/* What processes can do to the open files of open_files.cpp. */
#define _GNU_SOURCE
#include "ktap.h"
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define DEVICE "/dev/keel-files"
#define FLUSHES _IOR('f', 1, unsigned)
#define SYNCS _IOR('f', 2, unsigned)
#define RELEASES _IOR('f', 3, unsigned)
#define ENDS _IOR('f', 4, unsigned)
#define NEW_EVENT _IOR('f', 5, unsigned)
#define ADD_FIVE _IO('f', 6)
#define DESCRIBE _IOWR('f', 7, struct description)
#define NEXT_FD _IO('f', 8)

struct description {
	unsigned fd, flags, major, minor;
	uint64_t inode;
	unsigned uid, unused;
};

/* Volatile, or the compiler knows it, too. */
static void *volatile nowhere = (void *)16;
static long page;

static int open_device(int flags)
{
	int fd = open(DEVICE, O_RDWR | flags);

	REQUIRE(fd >= 0, "the device opens");
	return fd;
}

static unsigned counter(int fd, unsigned long which)
{
	unsigned value = -1;

	if (ioctl(fd, which, &value))
		diag("ioctl %lx: %s", which, strerror(errno));
	return value;
}

/* One page, with a page behind it that cannot be used. */
static char *page_before_hole(void)
{
	char *pages = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	REQUIRE(pages != MAP_FAILED, "there is memory");
	mprotect(pages + page, page, PROT_NONE);
	return pages;
}

static void vectors(void)
{
	char a[5] = "", b[32] = "", c[4] = "";
	struct iovec out[] = {{"Hel", 3}, {"", 0}, {"lo, vec", 7}, {"tors", 4}};
	struct iovec in[] = {{a, sizeof(a)}, {b, 0}, {c, sizeof(c)}, {b, sizeof(b)}};
	struct iovec bad[] = {{a, sizeof(a)}, {nowhere, 8}};
	int fd = open_device(0);

	CHECK_EQ(writev(fd, out, 4), 14, "writev takes all pieces");
	CHECK_EQ(lseek(fd, 0, SEEK_CUR), 14, "the position is where write_iter left it");
	CHECK_EQ(lseek(fd, 0, SEEK_SET), 0, "lseek goes back");
	CHECK_EQ(readv(fd, in, 4), 14, "readv fills all pieces");
	CHECK(!memcmp(a, "Hello", 5) && !memcmp(c, ", ve", 4) && !memcmp(b, "ctors", 5), "each piece has its bytes");
	CHECK_EQ(read(fd, b, sizeof(b)), 0, "there is an end");
	CHECK_EQ(pread(fd, b, 5, 7), 5, "pread reads elsewhere");
	CHECK(!memcmp(b, "vecto", 5), "pread gives what is there");
	CHECK_EQ(preadv(fd, in, 1, 2), 5, "preadv reads elsewhere");
	CHECK(!memcmp(a, "llo, ", 5), "preadv gives what is there");
	CHECK_EQ(preadv2(fd, in, 1, -1, 0), 0, "preadv2 without an offset reads at the position: the end");
	CHECK_EQ(preadv(fd, bad, 2, 0), 5, "what was read before a fault counts");
	CHECK_ERRNO(preadv(fd, bad + 1, 1, 0), EFAULT, "a read to nowhere is refused");
	CHECK_ERRNO(pread(fd, nowhere, 4, 0), EFAULT, "so is one without pieces");
	CHECK_ERRNO(writev(fd, bad + 1, 1), EFAULT, "a write from nowhere is refused");
	CHECK_ERRNO(writev(fd, bad, 2), EFAULT, "so is one of which a piece is nowhere");
	CHECK_EQ(pread(fd, b, sizeof(b), 0), 14, "a refused write leaves the text as it was");
	CHECK_ERRNO(pread(fd, b, 1, -1), EINVAL, "a negative position is refused");
	close(fd);
}

static void page_ends(void)
{
	char *edge = page_before_hole() + page, got[16];
	int fd = open_device(0);

	CHECK_ERRNO(write(fd, edge - 4, 12), EFAULT, "a write that faults at a page's end is refused");
	CHECK_EQ(pread(fd, got, sizeof(got), 0), 0, "and takes nothing");
	CHECK_EQ(write(fd, "0123456789", 10), 10, "a write takes all it is given");
	CHECK_EQ(pread(fd, edge - 6, 10, 0), 6, "a read that faults at a page's end gives what fits before it");
	CHECK(!memcmp(edge - 6, "012345", 6), "and gives it right");
	CHECK_ERRNO(pread(fd, edge, 10, 0), EFAULT, "a read behind the page's end is refused");
	close(fd);
}

static void modes(void)
{
	struct iovec piece = {"tail", 4};
	char got[16];
	int fd = open_device(O_NONBLOCK);

	CHECK_ERRNO(read(fd, got, 4), EAGAIN, "a read that would wait is refused with O_NONBLOCK");
	CHECK_EQ(write(fd, "head", 4), 4, "a write replaces the text");
	CHECK_EQ(pwritev2(fd, &piece, 1, -1, RWF_APPEND), 4, "one with RWF_APPEND adds to it");
	CHECK_EQ(pread(fd, got, sizeof(got), 0), 8, "so the text grows");
	CHECK_EQ(fcntl(fd, F_SETFL, O_APPEND), 0, "O_APPEND is set");
	CHECK_EQ(write(fd, "er", 2), 2, "a write with O_APPEND adds to the text");
	CHECK_EQ(pread(fd, got, sizeof(got), 0), 10, "so the text grows");
	CHECK(!memcmp(got, "headtailer", 10), "in this order");
	piece = (struct iovec){got, 4};
	CHECK_EQ(preadv2(fd, &piece, 1, 4, RWF_NOWAIT), 4, "a read with RWF_NOWAIT gives what is there");
	CHECK(!memcmp(got, "tail", 4), "which is that");
	close(fd);
	fd = open_device(0);
	CHECK_ERRNO(preadv2(fd, &piece, 1, 0, RWF_NOWAIT), EAGAIN, "and refuses where it would wait");
	close(fd);
}

static void splices(void)
{
	int fd = open_device(0), from[2], to = memfd_create("to", 0);
	char got[16] = "";

	REQUIRE(!pipe(from) && to >= 0, "there are a pipe and a file");
	CHECK_EQ(write(from[1], "through a pipe", 14), 14, "a pipe is filled");
	CHECK_EQ(splice(from[0], NULL, fd, NULL, 14, 0), 14, "a pipe is spliced to the device");
	CHECK_EQ(pread(fd, got, sizeof(got), 0), 14, "the device has it");
	CHECK(!memcmp(got, "through a pipe", 14), "all of it");
	lseek(fd, 0, SEEK_SET);
	CHECK_EQ(splice(fd, NULL, from[1], NULL, 7, 0), 7, "the device is spliced to a pipe");
	CHECK_EQ(read(from[0], got, sizeof(got)), 7, "the pipe has it");
	CHECK_EQ(lseek(fd, 0, SEEK_CUR), 7, "the position has moved");
	CHECK_EQ(sendfile(to, fd, NULL, 100), 7, "sendfile sends the rest");
	CHECK_EQ(pread(to, got, sizeof(got), 0), 7, "the file has it");
	CHECK(!memcmp(got, " a pipe", 7), "all of it");
	close(fd);
	close(to);
	close(from[0]);
	close(from[1]);
}

static void syncs(void)
{
	int fd = open_device(0);
	unsigned before = counter(fd, SYNCS);

	CHECK_EQ(fsync(fd), 0, "fsync is asked");
	CHECK_EQ(counter(fd, SYNCS), before + 1, "once");
	CHECK_ERRNO(fdatasync(fd), EIO, "the error of fsync is the caller's");
	close(fd);
}

static int send_fd(int socket, int fd)
{
	char byte = 'f', control[CMSG_SPACE(sizeof(fd))] = "";
	struct iovec piece = {&byte, 1};
	struct msghdr message = {
	    .msg_iov = &piece, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof(control)};
	struct cmsghdr *header = CMSG_FIRSTHDR(&message);

	header->cmsg_level = SOL_SOCKET;
	header->cmsg_type = SCM_RIGHTS;
	header->cmsg_len = CMSG_LEN(sizeof(fd));
	memcpy(CMSG_DATA(header), &fd, sizeof(fd));
	return sendmsg(socket, &message, 0) == 1 ? 0 : -1;
}

static int receive_fd(int socket)
{
	char byte, control[CMSG_SPACE(sizeof(int))];
	struct iovec piece = {&byte, 1};
	struct msghdr message = {
	    .msg_iov = &piece, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof(control)};
	int fd = -1;

	if (recvmsg(socket, &message, 0) == 1 && CMSG_FIRSTHDR(&message))
		memcpy(&fd, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof(fd));
	return fd;
}

static void closes(void)
{
	int watch = open_device(0), fd = open_device(0), other, pair[2];
	unsigned flushes = counter(watch, FLUSHES), releases = counter(watch, RELEASES);

	other = dup(fd);
	CHECK_EQ(close(other), 0, "a duplicate is closed");
	CHECK_EQ(counter(watch, FLUSHES), flushes + 1, "each close flushes");
	CHECK_EQ(counter(watch, RELEASES), releases, "only the last releases");
	REQUIRE(!socketpair(AF_UNIX, SOCK_STREAM, 0, pair), "there is a pair of sockets");
	CHECK_EQ(send_fd(pair[0], fd), 0, "the file is sent");
	CHECK_EQ(close(fd), 0, "and closed");
	CHECK_EQ(counter(watch, RELEASES), releases, "a file under way is open");
	fd = receive_fd(pair[1]);
	CHECK(fd >= 0, "the file arrives");
	CHECK_EQ(write(fd, "thirteen long", 13), 13, "and can be written");
	CHECK_ERRNO(close(fd), ENOSPC, "the error of flush is close's");
	CHECK_EQ(counter(watch, RELEASES), releases + 1, "the file is released all the same");
	CHECK_EQ(counter(watch, FLUSHES), flushes + 3, "three closes were flushed");
	close(pair[0]);
	close(pair[1]);
	close(watch);
}

static int signals;
static int signal_fd, signal_band;

static void count_signal(int number, siginfo_t *info, void *context)
{
	(void)number, (void)context;
	signals++;
	signal_fd = info->si_fd;
	signal_band = info->si_band;
}

static void asynchronous(void)
{
	struct sigaction action = {.sa_sigaction = count_signal, .sa_flags = SA_SIGINFO};
	int fd = open_device(0), other = open_device(0);

	sigaction(SIGIO, &action, NULL);
	CHECK_EQ(fcntl(fd, F_SETOWN, getpid()), 0, "the file gets an owner");
	CHECK_EQ(fcntl(fd, F_SETSIG, SIGIO), 0, "and a signal");
	(void)!write(other, "x", 1);
	CHECK_EQ(signals, 0, "no signal before it is asked for");
	CHECK_EQ(fcntl(fd, F_SETFL, O_ASYNC), 0, "it is asked for");
	CHECK_EQ(fcntl(fd, F_SETFL, O_ASYNC | O_NONBLOCK), 0, "twice");
	(void)!write(other, "x", 1);
	CHECK_EQ(signals, 1, "news brings a signal");
	CHECK_EQ(signal_fd, fd, "which says for which file");
	CHECK_EQ(signal_band, POLLIN | POLLRDNORM, "and what for");
	CHECK_EQ(fcntl(fd, F_SETFL, 0), 0, "it is asked for no longer");
	(void)!write(other, "x", 1);
	CHECK_EQ(signals, 1, "then no signal comes");
	fcntl(fd, F_SETFL, O_ASYNC);
	close(fd);
	(void)!write(other, "x", 1);
	CHECK_EQ(signals, 1, "nor for a file that was closed meanwhile");
	close(other);
	signal(SIGIO, SIG_DFL);
}

struct __attribute__((packed)) record {
	uint32_t len, skipped, is_exact;
	char body[64];
};

static void records(void)
{
	struct sigaction action = {.sa_sigaction = count_signal, .sa_flags = SA_SIGINFO};
	struct record out = {6, 2, 1, "__record"};
	char *edge = page_before_hole() + page, got[256];
	struct iovec in[] = {{got, 3}, {got + 3, 100}};
	int fd = open("/dev/keel-records", O_RDWR);

	REQUIRE(fd >= 0, "the device opens");
	CHECK_EQ(write(fd, &out, 20), 20, "a header and its bytes are written");
	memset(got, 'x', sizeof(got));
	CHECK_EQ(readv(fd, in, 2), 4 + 6 + 4 + 64, "a record is read, in pieces");
	CHECK(got[0] == 6 && !memcmp(got + 4, "record", 6) && !memcmp(got + 10, "\0\0\0", 4), "number, bytes, zeros");
	CHECK(!memcmp(got + 14, "record", 6) && got[78] == 'x', "and more bytes, as many as there are");
	CHECK_EQ(read(fd, got, 14 + 5), 14 + 5, "as far as there is room");
	CHECK_ERRNO(read(fd, got, 3), EINVAL, "a number needs room");
	CHECK_ERRNO(read(fd, got, 9), EINVAL, "bytes that are to be whole, too");
	CHECK_EQ(read(fd, edge - 16, 100), 16, "what is written as far as it goes ends with the page");
	CHECK_ERRNO(read(fd, edge - 14, 100), EFAULT, "but nothing at all is a fault");
	CHECK_ERRNO(read(fd, edge - 12, 100), EFAULT, "nor what comes after zeros that end with it");
	CHECK_ERRNO(read(fd, edge - 7, 100), EFAULT, "what is to be whole does not");
	CHECK_ERRNO(read(fd, edge - 2, 100), EFAULT, "nor does a number");
	CHECK_ERRNO(write(fd, &out, 11), EINVAL, "a header that is not whole is refused");
	CHECK_ERRNO(write(fd, &out, 19), EINVAL, "so are bytes that are to be whole and are not");
	out.skipped = 1000;
	CHECK_ERRNO(write(fd, &out, 20), EINVAL, "or all passed over");
	out.skipped = 0;
	memcpy(edge - 15, &out, 15);
	CHECK_ERRNO(write(fd, edge - 15, 18), EFAULT, "or not there");
	CHECK_ERRNO(write(fd, edge - 8, 18), EFAULT, "a header, too");
	out.is_exact = 0;
	memcpy(edge - 15, &out, 15);
	CHECK_EQ(write(fd, edge - 15, 18), 15, "bytes that need not be whole are taken as far as they go");
	CHECK_EQ(write(fd, &out, 14), 14, "as far as they are written");
	out.len = 65;
	CHECK_ERRNO(write(fd, &out, 76), EMSGSIZE, "not more than there is room for");
	out.len = 1;
	sigaction(SIGIO, &action, NULL);
	signals = 0;
	fcntl(fd, F_SETOWN, getpid());
	fcntl(fd, F_SETSIG, SIGIO);
	fcntl(fd, F_SETFL, O_ASYNC);
	CHECK_EQ(write(fd, &out, 13), 13, "a record is written");
	CHECK_EQ(signals, 1, "which brings a signal");
	CHECK_EQ(signal_band, POLLOUT | POLLWRNORM | POLLWRBAND, "that says what for");
	CHECK_EQ(pwritev2(fd, &(struct iovec){&out, 13}, 1, -1, RWF_DSYNC), 13, "one is written to stay");
	CHECK_EQ(signal_band, POLLPRI | POLLRDBAND, "which the driver sees");
	signal(SIGIO, SIG_DFL);
	close(fd);
}

/* As a 32-bit program calls it. */
static long ioctl32(int fd, unsigned command, unsigned argument)
{
	long result;

	asm volatile("int $0x80"
	             : "=a"(result)
	             : "a"(54), "b"(fd), "c"(command), "d"(argument)
	             : "memory", "r8", "r9", "r10", "r11");
	return result;
}

static void compat(void)
{
	int fd = open_device(0);

	CHECK_EQ(ioctl32(fd, _IO('f', 4), 0), 32, "a 32-bit program is answered by compat_ioctl");
	CHECK_EQ(ioctl32(fd, NEXT_FD, 0), -ENOTTY, "and only by that");
	CHECK_ERRNO(ioctl(fd, _IO('f', 4)), ENOTTY, "a 64-bit program is not");
	close(fd);
}

static void shows(void)
{
	char path[64], text[1024] = "";
	int fd = open_device(0), info;

	(void)!write(fd, "12345", 5);
	snprintf(path, sizeof(path), "/proc/self/fdinfo/%d", fd);
	info = open(path, O_RDONLY);
	REQUIRE(info >= 0, "there is fdinfo");
	(void)!read(info, text, sizeof(text) - 1);
	CHECK(strstr(text, "pos:\t5\n") != NULL, "fdinfo has what every file has");
	CHECK(strstr(text, "keel-len:\t5\nkeel-waits:\tyes\n") != NULL, "and what show_fdinfo adds");
	close(info);
	close(fd);
}

static void polls(void)
{
	int fd = open_device(0), events = epoll_create1(0), status;
	struct pollfd one = {.fd = fd, .events = POLLIN | POLLOUT};
	struct epoll_event event = {.events = EPOLLIN | EPOLLET}, got;
	pid_t child;

	CHECK_EQ(poll(&one, 1, 0), 1, "something can be done");
	CHECK_EQ(one.revents, POLLOUT, "a write");
	one.events = POLLIN;
	CHECK_EQ(poll(&one, 1, 0), 0, "there is nothing to read");
	REQUIRE(!epoll_ctl(events, EPOLL_CTL_ADD, fd, &event), "epoll watches the file");
	child = fork();
	if (child == 0) {
		usleep(50000);
		_exit(pwrite(fd, "news", 4, 0) != 4);
	}
	CHECK_EQ(epoll_wait(events, &got, 1, -1), 1, "epoll waits for news");
	CHECK_EQ(lseek(fd, 0, SEEK_SET), 0, "from the start");
	CHECK_EQ(poll(&one, 1, 0), 1, "there is something to read");
	CHECK_EQ(one.revents, POLLIN, "a read");
	waitpid(child, &status, 0);
	CHECK_EQ(status, 0, "the news was written");
	close(fd);
	CHECK_EQ(epoll_wait(events, &got, 1, 0), 0, "a closed file is watched no longer");
	close(events);
}

static void files(void)
{
	int fd = open_device(O_NONBLOCK | O_DSYNC), plain = open("/proc/self/exe", O_RDONLY);
	struct description d = {.fd = fd};
	struct stat status;

	REQUIRE(!fstat(fd, &status), "the file can be looked at");
	CHECK_EQ(ioctl(fd, DESCRIBE, &d), 0, "the driver looks at an open file");
	CHECK_EQ(d.flags, 1 + 2 + 8 + 16, "it sees how it was opened");
	CHECK_EQ(d.major, major(status.st_rdev), "its major number");
	CHECK_EQ(d.minor, minor(status.st_rdev), "its minor number");
	CHECK_EQ(d.inode, status.st_ino, "its inode");
	CHECK_EQ(d.uid, getuid(), "and who opened it");
	d.fd = plain;
	REQUIRE(!fstat(plain, &status), "another file can be looked at");
	CHECK_EQ(ioctl(fd, DESCRIBE, &d), 0, "the driver sees any file");
	CHECK_EQ(d.flags, 1, "that it is only read");
	CHECK_EQ(d.major, 0, "that it is no device");
	CHECK_EQ(d.inode, status.st_ino, "its inode");
	close(plain);
	CHECK_ERRNO(ioctl(fd, DESCRIBE, &d), EBADF, "a closed file is none");
	d.fd = -1;
	CHECK_ERRNO(ioctl(fd, DESCRIBE, &d), EBADF, "no more than a number that never was one");
	plain = open("/dev/null", O_WRONLY | O_APPEND);
	d.fd = plain;
	if (fork() == 0) {
		setresuid(1000, 1000, 1000);
		_exit(ioctl(fd, DESCRIBE, &d) || d.uid != 0);
	}
	int exit_status;
	wait(&exit_status);
	CHECK_EQ(exit_status, 0, "who opened a file stays who opened it");
	CHECK_EQ(ioctl(fd, DESCRIBE, &d), 0, "the driver sees a device");
	CHECK_EQ(d.flags, 2 + 4, "that it is only added to");
	close(plain);
	close(fd);
}

static void events(void)
{
	int fd = open_device(0), event = -1, other = -1, next;
	unsigned ends = counter(fd, ENDS);
	struct pollfd one = {.events = POLLIN};
	struct rlimit limit, few;
	char path[64], text[64] = "";
	uint64_t n;

	next = ioctl(fd, NEXT_FD);
	CHECK_EQ(ioctl(fd, NEXT_FD), next, "a number that was reserved in vain is free again");
	CHECK_ERRNO(fcntl(next, F_GETFD), EBADF, "and stands for nothing");
	CHECK_EQ(ioctl(fd, NEW_EVENT, &event), 0, "the driver makes a file");
	CHECK_EQ(event, next, "with the number that was free");
	CHECK_EQ(fcntl(event, F_GETFD), FD_CLOEXEC, "which other programs do not inherit");
	snprintf(path, sizeof(path), "/proc/self/fd/%d", event);
	(void)!readlink(path, text, sizeof(text) - 1);
	CHECK(!strcmp(text, "anon_inode:[keel-event]"), "it is known by its name");
	one.fd = event;
	CHECK_EQ(poll(&one, 1, 0), 0, "there is nothing to read");
	n = 3;
	CHECK_EQ(write(event, &n, sizeof(n)), 8, "something is written");
	CHECK_EQ(ioctl(fd, ADD_FIVE, (long)event), 0, "the driver knows its own");
	CHECK_EQ(poll(&one, 1, 0), 1, "there is something to read");
	CHECK_EQ(read(event, &n, sizeof(n)), 8, "it is read");
	CHECK_EQ(n, 8, "both are there");
	CHECK_ERRNO(ioctl(fd, ADD_FIVE, (long)fd), EINVAL, "it does not take another file for its own");
	CHECK_ERRNO(ioctl(fd, ADD_FIVE, 1000L), EBADF, "nor none");
	if (fork() == 0) {
		usleep(50000);
		_exit(ioctl(fd, ADD_FIVE, (long)event) != 0);
	}
	CHECK_EQ(read(event, &n, sizeof(n)), 8, "a read waits");
	CHECK_EQ(n, 5, "for what another process adds");
	wait(NULL);
	fcntl(event, F_SETFL, O_NONBLOCK);
	CHECK_ERRNO(read(event, &n, sizeof(n)), EAGAIN, "or not, as it was set");
	CHECK_ERRNO(lseek(event, 0, SEEK_SET), ESPIPE, "it has no position");
	CHECK_ERRNO(ioctl(event, NEXT_FD), ENOTTY, "and no commands");
	CHECK_ERRNO(ioctl(fd, NEW_EVENT, nowhere), EFAULT, "a file whose number cannot be told is not made");
	CHECK_EQ(counter(fd, ENDS), ends + 1, "its object is gone");
	CHECK_EQ(ioctl(fd, NEW_EVENT, &other), 0, "another one is made");
	CHECK_EQ(other, event + 1, "and no number was lost");
	getrlimit(RLIMIT_NOFILE, &limit);
	few = limit;
	few.rlim_cur = other + 1;
	setrlimit(RLIMIT_NOFILE, &few);
	CHECK_ERRNO(ioctl(fd, NEW_EVENT, &next), EMFILE, "no more files than the process may have");
	setrlimit(RLIMIT_NOFILE, &limit);
	CHECK_EQ(counter(fd, ENDS), ends + 2, "the object of that is gone, too");
	close(other);
	CHECK_EQ(counter(fd, ENDS), ends + 3, "a close ends the object");
	close(fd);
	CHECK_ERRNO(syscall(SYS_delete_module, "open_files", O_NONBLOCK), EAGAIN,
	            "a module whose file is open stays, though its device is closed");
	close(event);
}

int main(void)
{
	page = sysconf(_SC_PAGESIZE);
	vectors();
	page_ends();
	modes();
	splices();
	syncs();
	closes();
	asynchronous();
	records();
	compat();
	shows();
	polls();
	files();
	events();
	return ktap_done();
}
