// SPDX-License-Identifier: GPL-2.0
/* Uses /dev/echo as programs would: writes, reads from offsets, seeks, polls, and with pointers that are no good. */
#include "ktap.h"
#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define DEVICE "/dev/echo"
#define CAPACITY 4096

/* Volatile, or the compiler knows it, too. */
static void *volatile nowhere = (void *)16;

static const char hello[] = "Hello from user space\n";
static const ssize_t hello_len = sizeof(hello) - 1;

static int open_device(int flags)
{
	int fd = open(DEVICE, flags);

	REQUIRE(fd >= 0, "the device opens");
	return fd;
}

/* Whether the device gives back exactly `text`. */
static bool holds(const char *text, ssize_t len)
{
	static char got[CAPACITY + 1];
	int fd = open(DEVICE, O_RDONLY);
	ssize_t n = fd < 0 ? -1 : read(fd, got, sizeof(got));

	close(fd);
	return n == len && !memcmp(got, text, len);
}

static void stores_and_echoes(void)
{
	char got[64] = "";
	int fd = open_device(O_RDWR);

	CHECK_EQ(read(fd, got, sizeof(got)), 0, "a device nobody wrote to is at its end");
	CHECK_EQ(write(fd, hello, hello_len), hello_len, "a write takes all it is given");
	CHECK_EQ(lseek(fd, 0, SEEK_SET), 0, "seeking to the start works");
	CHECK_EQ(read(fd, got, sizeof(got)), hello_len, "a read gives all there is");
	CHECK(!memcmp(got, hello, hello_len), "what is read is what was written");
	CHECK_EQ(read(fd, got, sizeof(got)), 0, "the next read is at the end");
	CHECK_EQ(pread(fd, got, 4, 6), 4, "a read from an offset works");
	CHECK(!memcmp(got, "from", 4), "a read from an offset gives what is there");
	CHECK_EQ(pread(fd, got, 4, 1000), 0, "a read past the end gives nothing");
	CHECK_EQ(write(fd, "", 0), 0, "a write of nothing is a message, the empty one");
	CHECK(holds("", 0), "the empty message replaces the one before");
	close(fd);
}

static void keeps_its_size(void)
{
	static char big[2 * CAPACITY];
	int fd = open_device(O_RDWR);

	memset(big, 'x', sizeof(big));
	CHECK_EQ(write(fd, big, sizeof(big)), CAPACITY, "a write longer than the device is cut to its size");
	CHECK(holds(big, CAPACITY), "a full device gives back all its bytes");
	CHECK_EQ(write(fd, "short", 5), 5, "a shorter message replaces a longer one");
	CHECK(holds("short", 5), "nothing of the longer message is left");
	close(fd);
}

static void seeks(void)
{
	int fd = open_device(O_RDWR);

	(void)!write(fd, "0123456789", 10);
	CHECK_EQ(lseek(fd, 0, SEEK_END), 10, "the end is where the message ends");
	CHECK_EQ(lseek(fd, -3, SEEK_CUR), 7, "seeking backwards works");
	CHECK_ERRNO(lseek(fd, -1, SEEK_SET), EINVAL, "there is no negative position");
	CHECK_ERRNO(lseek(fd, 11, SEEK_SET), EINVAL, "there is no position past the end");
	CHECK_EQ(lseek(fd, 0, SEEK_CUR), 7, "a refused seek does not move the position");
	CHECK_ERRNO(pread(fd, nowhere, 1, -5), EINVAL, "a read from a negative position is refused");
	close(fd);
}

static short ready(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN | POLLOUT};

	return poll(&p, 1, 0) < 0 ? -1 : p.revents;
}

static void polls(void)
{
	int writer = open_device(O_RDWR), reader = open_device(O_RDONLY);
	struct epoll_event event = {.events = EPOLLIN};
	int epoll = epoll_create1(0), status;
	pid_t child;

	(void)!write(writer, "", 0);
	CHECK_EQ(ready(reader), POLLOUT, "an empty device is writable only");
	CHECK_EQ(epoll_ctl(epoll, EPOLL_CTL_ADD, reader, &event), 0, "epoll takes the device");
	child = fork();
	if (child == 0) {
		usleep(20000);
		_exit(write(writer, "wake", 4) != 4);
	}
	CHECK_EQ(epoll_wait(epoll, &event, 1, 10000), 1, "a write wakes one who waits");
	waitpid(child, &status, 0);
	CHECK_EQ(status, 0, "the other process wrote");
	CHECK_EQ(ready(reader), POLLIN | POLLOUT, "a device with a message is readable");
	lseek(reader, 0, SEEK_END);
	CHECK_EQ(ready(reader), POLLOUT, "at the end there is nothing more to read");
	close(reader);
	close(epoll);
	close(writer);
}

static void does_not_block(void)
{
	char got[8];
	int fd = open_device(O_RDWR | O_NONBLOCK);

	CHECK_EQ(write(fd, "now", 3), 3, "a non-blocking write of a free device works");
	CHECK_EQ(pread(fd, got, sizeof(got), 0), 3, "a non-blocking read of a free device works");
	close(fd);
}

static void is_shared(void)
{
	char got[16];
	int a = open_device(O_RDWR), b = open_device(O_RDWR);

	CHECK_EQ(write(a, "from a", 6), 6, "one opener writes");
	CHECK_EQ(read(b, got, sizeof(got)), 6, "another opener reads it");
	CHECK(!memcmp(got, "from a", 6), "both see the same message");
	CHECK_EQ(lseek(a, 0, SEEK_CUR), 0, "each opener has a position of its own");
	close(a);
	close(b);
}

static void survives_bad_pointers(void)
{
	char *page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *edge = page + 4096 - 8;
	int fd = open_device(O_RDWR);

	munmap(page + 4096, 4096);
	memset(page, 'z', 4096);
	(void)!write(fd, "kept", 4);
	CHECK_ERRNO(write(fd, nowhere, 4), EFAULT, "a write from nowhere is refused");
	CHECK_ERRNO(write(fd, edge, 64), EFAULT, "a write that runs out of memory half-way is refused");
	CHECK_ERRNO(syscall(SYS_write, fd, -4096L, 64), EFAULT, "a write from kernel memory is refused");
	CHECK(holds("kept", 4), "refused writes leave the message as it was");
	CHECK_ERRNO(pread(fd, nowhere, 4, 0), EFAULT, "a read to nowhere is refused");
	CHECK_ERRNO(read(fd, nowhere, 4), EFAULT, "a read to nowhere is refused without an offset, too");
	CHECK_EQ(lseek(fd, 0, SEEK_CUR), 0, "a refused read does not move the position");
	CHECK_ERRNO(ioctl(fd, 0x1234, 0), ENOTTY, "the device knows no ioctl");
	close(fd);
}

int main(void)
{
	stores_and_echoes();
	keeps_its_size();
	seeks();
	polls();
	does_not_block();
	is_shared();
	survives_bad_pointers();
	return ktap_done();
}
