// SPDX-License-Identifier: GPL-2.0
/* Consumes from the ring as a program would, and then does to the shared memory what programs should not. */
#define _GNU_SOURCE
#include "ktap.h"
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define DEVICE "/dev/keel-mmap-ring"
#define PARAMETER "/sys/module/mmap_ring/parameters/on_demand"
#define RESET _IO('R', 1)
#define PAGE 4096UL
#define CAPACITY (16 * PAGE)
#define LEN (PAGE + CAPACITY)

struct header {
	uint32_t produced, consumed, capacity, offset;
};

/* A mapped ring. */
struct ring {
	int fd;
	struct header *header;
	unsigned char *data;
};

static void *volatile nowhere = (void *)16;

static sigjmp_buf back;
static void on_signal(int number) { siglongjmp(back, number); }

static int touch(volatile unsigned char *at, bool write)
{
	int number = sigsetjmp(back, 1);

	if (number)
		return number;
	if (write)
		*at = 1;
	else
		(void)*at;
	return 0;
}

static struct ring open_ring(void)
{
	struct ring ring = {.fd = open(DEVICE, O_RDWR)};

	REQUIRE(ring.fd >= 0, "the device opens");
	ring.header = mmap(NULL, LEN, PROT_READ | PROT_WRITE, MAP_SHARED, ring.fd, 0);
	REQUIRE(ring.header != MAP_FAILED, "the ring is mapped");
	REQUIRE(ring.header->capacity == CAPACITY && ring.header->offset == PAGE, "its header says what is where");
	ring.data = (unsigned char *)ring.header + ring.header->offset;
	ioctl(ring.fd, RESET);
	return ring;
}

static void close_ring(struct ring ring)
{
	munmap(ring.header, LEN);
	close(ring.fd);
}

static uint32_t waiting(struct ring ring)
{
	return __atomic_load_n(&ring.header->produced, __ATOMIC_ACQUIRE) - ring.header->consumed;
}

/* Consumes one byte. */
static unsigned char take(struct ring ring)
{
	unsigned char byte = ring.data[ring.header->consumed % CAPACITY];

	__atomic_store_n(&ring.header->consumed, ring.header->consumed + 1, __ATOMIC_RELEASE);
	return byte;
}

static int events(struct ring ring, int wait)
{
	struct pollfd wanted = {.fd = ring.fd, .events = POLLIN | POLLOUT};

	poll(&wanted, 1, wait);
	return wanted.revents;
}

static void consumes(void)
{
	struct ring ring = open_ring();
	char got[8] = "";
	int i;

	CHECK_EQ(events(ring, 0), POLLOUT, "an empty ring has room, and nothing to read");
	CHECK_EQ(write(ring.fd, "ring", 4), 4, "the kernel produces");
	CHECK_EQ(waiting(ring), 4, "the process sees how much");
	CHECK_EQ(events(ring, 0), POLLIN | POLLOUT, "poll says so, too");
	for (i = 0; i < 4; i++)
		got[i] = take(ring);
	CHECK(!strcmp(got, "ring"), "and what");
	CHECK_EQ(events(ring, 0), POLLOUT, "what is consumed is gone, without a system call");
	CHECK_ERRNO(write(ring.fd, nowhere, 4), EFAULT, "a write from nowhere is refused");
	CHECK_EQ(waiting(ring), 0, "and produces nothing");
	CHECK_ERRNO(ioctl(ring.fd, RESET + 1), ENOTTY, "an unknown ioctl is refused");
	close_ring(ring);
}

/* A producer and a consumer, each a process, over the end of the ring many times. */
static void streams(void)
{
	struct ring ring = open_ring();
	static unsigned char text[5000];
	const uint32_t total = 5 * CAPACITY + 77;
	uint32_t seen = 0, wrong = 0, done = 0;
	pid_t producer = fork();
	int status;

	if (!producer) {
		while (done < total) {
			ssize_t n = sizeof(text) < total - done ? sizeof(text) : total - done;

			for (ssize_t i = 0; i < n; i++)
				text[i] = (done + i) * 7;
			n = write(ring.fd, text, n);
			if (n > 0)
				done += n;
			else if (errno != EAGAIN)
				_exit(1);
			else
				usleep(1000);
		}
		_exit(0);
	}
	while (seen < total) {
		if (!waiting(ring) && events(ring, -1) & POLLERR)
			break;
		for (; waiting(ring); seen++)
			wrong += take(ring) != (unsigned char)(seen * 7);
	}
	waitpid(producer, &status, 0);
	CHECK_EQ(status, 0, "the producer comes to its end");
	CHECK_EQ(seen, total, "the consumer gets as many bytes");
	CHECK_EQ(wrong, 0, "each of them, in order");
	close_ring(ring);
}

/* The indices are the process's to break, and break nothing else. */
static void is_scribbled_on(void)
{
	struct ring ring = open_ring();
	static const uint32_t lies[] = {1, 0x80000000, CAPACITY, 12345678};
	static char text[2 * CAPACITY];
	unsigned i, refused = 0, status;
	pid_t vandal;

	CHECK_EQ(write(ring.fd, text, sizeof(text)), CAPACITY, "a write fills the ring");
	CHECK_ERRNO(write(ring.fd, text, 1), EAGAIN, "then there is no room");
	CHECK_EQ(events(ring, 0), POLLIN, "poll says so");
	ring.header->produced = 7;
	CHECK_ERRNO(write(ring.fd, text, 1), EAGAIN,
	            "what the process says of the kernel's index is nothing to the kernel");
	for (i = 0; i < sizeof(lies) / sizeof(*lies); i++) {
		ioctl(ring.fd, RESET);
		ring.header->consumed = lies[i];
		refused += write(ring.fd, text, 1) == -1 && errno == EIO && events(ring, 0) & POLLERR;
	}
	CHECK_EQ(refused, 4, "an index that cannot be is an error");
	CHECK_EQ(ioctl(ring.fd, RESET), 0, "the ring is reset");
	CHECK_EQ(write(ring.fd, "a", 1), 1, "and works again");

	vandal = fork();
	if (!vandal) {
		for (uint32_t n = 0;; n = n * 1664525 + 1013904223)
			ring.header->consumed = n;
	}
	for (i = 0; i < 20000; i++) {
		if (write(ring.fd, text, 64) < 0 && errno != EIO && errno != EAGAIN)
			break;
	}
	kill(vandal, SIGKILL);
	waitpid(vandal, (int *)&status, 0);
	CHECK_EQ(i, 20000, "an index that changes all the time makes errors, and nothing worse");
	close_ring(ring);
}

static int child_changes(struct ring ring)
{
	ring.data[5] = 55;
	return ring.data[4] == 44 ? 0 : 1;
}

static void is_mapped(void)
{
	struct ring ring = open_ring();
	unsigned char *at = ring.data, *other;
	int status;
	pid_t child;

	at[4] = 44;
	child = fork();
	if (!child)
		_exit(child_changes(ring));
	waitpid(child, &status, 0);
	CHECK_EQ(status, 0, "a child of fork has the ring");
	CHECK_EQ(at[5], 55, "and shares it");
	CHECK(mmap(NULL, LEN + PAGE, PROT_READ, MAP_SHARED, ring.fd, 0) == MAP_FAILED && errno == EINVAL,
	      "more than there is is EINVAL");
	CHECK(mmap(NULL, PAGE, PROT_READ, MAP_SHARED, ring.fd, LEN) == MAP_FAILED && errno == EINVAL,
	      "so is what is behind the end");
	CHECK(mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, ring.fd, 0) == MAP_FAILED && errno == EINVAL,
	      "a private mapping is of no use, and EINVAL");
	CHECK(mmap(NULL, PAGE, PROT_READ | PROT_EXEC, MAP_SHARED, ring.fd, 0) == MAP_FAILED && errno == EACCES,
	      "the ring is not executed");
	other = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, ring.fd, PAGE);
	REQUIRE(other != MAP_FAILED, "a part of it is mapped to read");
	CHECK_EQ(other[5], 55, "and shows that part");
	CHECK_EQ(touch(other, true), SIGSEGV, "it is not written");
	munmap(other, PAGE);
	CHECK(mremap(ring.header, LEN, 2 * LEN, MREMAP_MAYMOVE) == MAP_FAILED, "a mapping does not grow");
	close(ring.fd);
	CHECK_EQ(at[5], 55, "it outlives the descriptor");
	CHECK_EQ(munmap(at + PAGE, PAGE), 0, "a page in the middle is unmapped");
	CHECK_EQ(touch(at + PAGE, false), SIGSEGV, "and gone");
	CHECK_EQ(touch(at + 2 * PAGE, false), 0, "the one behind it is not");
	munmap(ring.header, LEN);
}

static void all_of_it(void)
{
	consumes();
	streams();
	is_scribbled_on();
	is_mapped();
}

int main(void)
{
	struct sigaction action = {.sa_handler = on_signal};
	int parameter;

	sigaction(SIGBUS, &action, NULL);
	sigaction(SIGSEGV, &action, NULL);
	diag("all pages at once");
	all_of_it();
	diag("pages on demand");
	parameter = open(PARAMETER, O_WRONLY);
	REQUIRE(write(parameter, "1", 1) == 1, "the module is told to map on demand");
	close(parameter);
	all_of_it();
	return ktap_done();
}
