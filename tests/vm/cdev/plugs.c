// SPDX-License-Identifier: GPL-2.0
/* What processes see of the devices of minors.cpp, which go while they are open. */
#define _GNU_SOURCE
#include "ktap.h"
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>

#define ADD _IO('h', 1)
#define REMOVE _IO('h', 2)
#define ADD_AGAIN _IO('h', 3)
#define FORGET _IO('h', 4)
#define COUNTS _IOR('h', 5, struct counts)
#define CHANGE_RACK _IO('h', 6)
#define START_SECOND _IO('h', 7)
#define WIRE 0x100

#define NUMBER _IO('p', 1)
#define LINGER _IO('p', 2)
#define CALL_READERS _IO('p', 3)
#define CALL_WRITERS _IO('p', 4)

#define PLUG "/dev/keel-plug2"
#define ATTRIBUTE "/sys/class/keel-plug/keel-plug2/"
#define GONE (POLLHUP | POLLERR)

struct counts {
	unsigned plugs, sessions, releases, finished;
};

static int hub;

static struct counts counts(void)
{
	struct counts c;

	if (ioctl(hub, COUNTS, &c))
		memset(&c, 0xff, sizeof(c));
	return c;
}

static int plug(int number) { return ioctl(hub, ADD, number); }
static int unplug(int number) { return ioctl(hub, REMOVE, number); }

static int opened(const char *path, int flags)
{
	int fd = open(path, flags);

	if (fd < 0) {
		diag("%s: %s", path, strerror(errno));
		exit(1);
	}
	return fd;
}

/* A process that is in `wait(fd)` by the time this returns: as far as can be seen, it sleeps. */
static pid_t waiting(int (*wait)(int), int fd)
{
	char path[32], state = 0;
	pid_t child = fork();

	if (child == 0)
		_exit(wait(fd));
	snprintf(path, sizeof(path), "/proc/%d/stat", child);
	while (state != 'S' && state != 'D') {
		FILE *stat = fopen(path, "r");

		if (!stat || fscanf(stat, "%*d %*s %c", &state) != 1)
			state = 'S';
		if (stat)
			fclose(stat);
		usleep(10000);
	}
	return child;
}

static int result_of(pid_t child)
{
	int status = -1;

	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int reads(int fd)
{
	char byte;

	return read(fd, &byte, 1) < 0 ? errno : 0;
}

static int lingers(int fd) { return ioctl(fd, LINGER) < 0 ? errno : 0; }

static int polls(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};

	return poll(&p, 1, -1) == 1 ? p.revents : 0xff;
}

static int selects(int fd)
{
	fd_set in;

	FD_ZERO(&in);
	FD_SET(fd, &in);
	return select(fd + 1, &in, NULL, NULL, NULL) == 1 && FD_ISSET(fd, &in) ? 1 : 0xff;
}

static int epolls(int fd)
{
	struct epoll_event event = {.events = EPOLLIN};
	int ep = epoll_create1(0);

	if (epoll_ctl(ep, EPOLL_CTL_ADD, fd, &event) || epoll_wait(ep, &event, 1, -1) != 1)
		return 0xff;
	return event.events;
}

static int is_readable(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};

	return poll(&p, 1, 0) == 1 ? p.revents : 0;
}

/* Devices come, each with an object of its own and with its attributes. */
static void comes(void)
{
	char text[8] = "";
	struct stat st;
	int fd, other;

	CHECK_EQ(plug(2), 0, "a device comes");
	CHECK_EQ(plug(3), 0, "and another");
	CHECK(stat(PLUG, &st) == 0 && (st.st_mode & 0777) == 0666, "its node has the permissions of all of them");
	CHECK_EQ(minor(st.st_rdev), 6, "the number counts from the first");
	fd = opened(PLUG, O_RDWR | O_NONBLOCK);
	other = opened("/dev/keel-plug3", O_RDWR | O_NONBLOCK);
	CHECK(ioctl(fd, NUMBER) == 2 && ioctl(other, NUMBER) == 3, "each leads to its own object");
	CHECK_EQ(write(fd, "ab", 2), 2, "what is written to one");
	CHECK_ERRNO(read(other, text, 8), EAGAIN, "is not in the other");
	CHECK_EQ(read(fd, text, 8), 2, "but in itself");
	close(fd);
	fd = opened(ATTRIBUTE "number", O_RDONLY);
	CHECK(read(fd, text, 8) == 2 && text[0] == '2', "its attribute is its object's");
	close(fd);
	CHECK_ERRNO(plug(2), EEXIST, "it does not come twice");
	CHECK_ERRNO(plug(8), EINVAL, "one that cannot be does not come");
	CHECK_EQ(counts().plugs, 2, "of those nothing is left");
	CHECK_EQ(unplug(7) | unplug(8) | unplug(4000), 0, "what is not there goes without a word");
	CHECK_EQ(unplug(3), 0, "it goes");
	CHECK_ERRNO(ioctl(other, NUMBER), ENODEV, "and with it what is open");
	fd = opened(PLUG, O_RDWR | O_NONBLOCK);
	CHECK_EQ(ioctl(fd, NUMBER), 2, "the other stays");
	close(fd);
	close(other);
	unplug(2);
	ioctl(hub, FORGET);
	CHECK_EQ(counts().plugs, 0, "both are destroyed");
}

/* All that can be done to a file whose device went. */
static void answers(void)
{
	struct counts before = counts();
	char text[64], path[64];
	int fd, attribute, info;
	char *page;

	plug(2);
	fd = opened(PLUG, O_RDWR);
	attribute = opened(ATTRIBUTE "number", O_RDONLY);
	page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	REQUIRE(page != MAP_FAILED, "its memory is mapped");
	page[1] = 7;
	mknod("/tmp/plug2", S_IFCHR | 0600,
	      makedev(major(({
		              struct stat st;
		              fstat(fd, &st);
		              st.st_rdev;
	              })),
	              6));
	unplug(2);
	ioctl(hub, FORGET);
	CHECK_ERRNO(open(PLUG, O_RDWR), ENOENT, "the node is gone");
	CHECK_ERRNO(open("/tmp/plug2", O_RDWR), ENXIO, "by its number it is no device either");
	CHECK_ERRNO(read(attribute, text, 8), ENODEV, "an open attribute is of no device");
	CHECK_ERRNO(read(fd, text, 8), ENODEV, "no read");
	CHECK_ERRNO(write(fd, text, 8), ENODEV, "no write");
	CHECK_ERRNO(lseek(fd, 0, SEEK_END), ENODEV, "no seek");
	CHECK_ERRNO(ioctl(fd, NUMBER), ENODEV, "no command");
	CHECK_ERRNO(ioctl(fd, 0xdead), ENODEV, "not even an unknown one");
	CHECK_ERRNO(fsync(fd), ENODEV, "no fsync");
	CHECK(mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0) == MAP_FAILED && errno == ENODEV, "no mapping");
	CHECK_EQ(polls(fd), GONE, "poll says so");
	CHECK_EQ(epolls(fd), GONE, "epoll, too");
	CHECK_EQ(selects(fd), 1, "select calls it readable");
	CHECK_EQ(fcntl(fd, F_SETFL, O_ASYNC), 0, "signals can be asked for");
	snprintf(path, sizeof(path), "/proc/self/fdinfo/%d", fd);
	info = opened(path, O_RDONLY);
	text[read(info, text, 63)] = 0;
	CHECK(strncmp(text, "pos:", 4) == 0 && !strstr(text, "plug:"), "fdinfo has nothing of it");
	close(info);
	page[2] = 8;
	CHECK(page[1] == 7 && page[2] == 8, "what was mapped stays");
	munmap(page, 4096);
	CHECK_EQ(counts().plugs, 1, "the object is there as long as it is open");
	CHECK_ERRNO(close(fd), ENODEV, "close says what flush says");
	CHECK_EQ(counts().plugs, 0, "and then not");
	CHECK_EQ(counts().releases, before.releases + 1, "release was called");
	close(attribute);
	unlink("/tmp/plug2");
}

/* Who waits is woken. */
static void wakes(void)
{
	struct counts before = counts();
	pid_t reader, poller, selecter, epoller, lingerer, shower;
	int fd, attribute, wire;

	plug(2);
	plug(WIRE);
	fd = opened(PLUG, O_RDWR);
	wire = opened("/dev/keel-wire0", O_RDONLY);
	attribute = opened(ATTRIBUTE "first", O_RDONLY);
	reader = waiting(reads, fd);
	poller = waiting(polls, fd);
	selecter = waiting(selects, fd);
	epoller = waiting(epolls, fd);
	lingerer = waiting(lingers, fd);
	shower = waiting(reads, attribute);
	CHECK_EQ(unplug(2), 0, "a device goes that many wait for");
	CHECK_EQ(counts().finished, before.finished + 1, "after all that was going on in it had ended");
	CHECK_EQ(result_of(reader), ENODEV, "a reader learns it");
	CHECK_EQ(result_of(poller), GONE, "who polls, too");
	CHECK_EQ(result_of(selecter), 1, "who selects, too");
	CHECK_EQ(result_of(epoller), GONE, "who waits by epoll, too");
	CHECK_EQ(result_of(lingerer), 0, "what does not wait by the minor ends as it ends");
	CHECK_EQ(result_of(shower), ENODEV, "and who reads an attribute");
	poller = waiting(polls, wire);
	CHECK_EQ(unplug(WIRE), 0, "one goes whose files wait on a queue of their own");
	CHECK_EQ(result_of(poller), GONE, "they learn it, too");
	close(fd);
	close(attribute);
	close(wire);
}

static volatile sig_atomic_t signals;
static void count_signal(int number) { signals += number == SIGIO; }

/* A class of their own for open files; a signal; a device that comes again. */
static void sessions(void)
{
	unsigned n = 0;
	int fd, second;

	plug(WIRE + 1);
	fd = opened("/dev/keel-wire1", O_RDONLY);
	second = opened("/dev/keel-wire1", O_RDONLY);
	CHECK_ERRNO(open("/dev/keel-wire1", O_WRONLY), EACCES, "open can refuse");
	CHECK(read(fd, &n, 4) == 4 && read(fd, &n, 4) == 4 && n == 2, "an open file counts for itself");
	CHECK(read(second, &n, 4) == 4 && n == 1, "another, too");
	CHECK_EQ(counts().sessions, 2, "there are two");
	CHECK_ERRNO(ioctl(hub, ADD_AGAIN, WIRE), EBUSY, "what is in use is not added a second time");
	unplug(WIRE + 1);
	CHECK_ERRNO(read(fd, &n, 4), ENODEV, "both are of no device");
	CHECK_ERRNO(read(second, &n, 4), ENODEV, "then");
	CHECK_EQ(close(fd) | close(second), 0, "both are closed");
	CHECK_EQ(counts().sessions + counts().plugs, 0, "nothing of them is left");

	plug(2);
	signal(SIGIO, count_signal);
	fd = opened(PLUG, O_RDWR);
	fcntl(fd, F_SETOWN, getpid());
	fcntl(fd, F_SETFL, O_ASYNC);
	unplug(2);
	CHECK_EQ(signals, 1, "who asked for a signal gets one");
	CHECK_EQ(plug(2), 0, "another device of that number comes while the old one is open");
	second = opened(PLUG, O_RDWR);
	CHECK_EQ(ioctl(second, NUMBER), 2, "who opens it has the new one");
	CHECK_ERRNO(ioctl(fd, NUMBER), ENODEV, "who has the old one open has that");
	close(fd);
	close(second);
	unplug(2);
	CHECK_EQ(ioctl(hub, ADD_AGAIN, 5), 0, "the same object comes again, elsewhere");
	fd = opened("/dev/keel-plug5", O_RDWR);
	CHECK_EQ(ioctl(fd, NUMBER), 2, "and works");
	unplug(5);
	close(fd);
	ioctl(hub, FORGET);
}

/* A wake-up is for those who wait for what it says. With EPOLLET, each wake-up is an event. */
static void filters(void)
{
	struct epoll_event in = {.events = EPOLLIN | EPOLLET}, out = {.events = EPOLLOUT | EPOLLET}, event;
	int fd, readers = epoll_create1(0), writers = epoll_create1(0);

	plug(2);
	fd = opened(PLUG, O_RDWR);
	write(fd, "x", 1);
	epoll_ctl(readers, EPOLL_CTL_ADD, fd, &in);
	epoll_ctl(writers, EPOLL_CTL_ADD, fd, &out);
	CHECK(epoll_wait(readers, &event, 1, 0) == 1 && epoll_wait(writers, &event, 1, 0) == 1, "it is both at first");
	CHECK_EQ(epoll_wait(readers, &event, 1, 0) + epoll_wait(writers, &event, 1, 0), 0,
	         "without news there are none");
	ioctl(fd, CALL_READERS);
	CHECK_EQ(epoll_wait(readers, &event, 1, 0), 1, "who waits to read is woken by what is to be read");
	CHECK_EQ(epoll_wait(writers, &event, 1, 0), 0, "who waits to write is not");
	ioctl(fd, CALL_WRITERS);
	CHECK_EQ(epoll_wait(readers, &event, 1, 0), 0, "nor is by room who waits to read");
	CHECK_EQ(epoll_wait(writers, &event, 1, 0), 1, "but who waits to write");
	unplug(2);
	CHECK(epoll_wait(readers, &event, 1, 0) == 1 && event.events == GONE, "the end wakes who waits to read");
	CHECK(epoll_wait(writers, &event, 1, 0) == 1 && event.events == GONE, "and who waits to write");
	close(fd);
	close(readers);
	close(writers);
	ioctl(hub, FORGET);
}

/* Devices that go with what they are part of. */
static void racks(void)
{
	pid_t reader;
	int fd;

	CHECK_ERRNO(ioctl(hub, START_SECOND), EBUSY, "there is one of a kind");
	CHECK_EQ(ioctl(hub, CHANGE_RACK, 1), 0, "but others can come");
	fd = opened("/dev/keel-rack0", O_RDWR);
	reader = waiting(reads, fd);
	CHECK_EQ(ioctl(hub, CHANGE_RACK, 0), 0, "and go while a process waits for one");
	CHECK_EQ(result_of(reader), ENODEV, "which learns it");
	CHECK_ERRNO(open("/dev/keel-rack0", O_RDWR), ENOENT, "the node is gone");
	CHECK(access("/sys/class/keel-rack", F_OK), "and the class");
	CHECK_EQ(ioctl(hub, CHANGE_RACK, 1), 0, "another of the name comes");
	CHECK_EQ(ioctl(hub, CHANGE_RACK, 0), 0, "and goes");
	CHECK_ERRNO(ioctl(fd, NUMBER), ENODEV, "what is open is of neither");
	close(fd);
	CHECK_EQ(counts().plugs, 0, "nothing of them is left");
}

static struct shared {
	volatile int over;
	unsigned opens, answers, ends, surprises;
	int surprise;
} *shared;

static void count(long result)
{
	if (result >= 0)
		__sync_fetch_and_add(&shared->answers, 1);
	else if (errno == ENODEV)
		__sync_fetch_and_add(&shared->ends, 1);
	else if (errno != EAGAIN && errno != EIO) {
		shared->surprise = errno;
		__sync_fetch_and_add(&shared->surprises, 1);
	}
}

/* Uses the devices until it is over, whether they are there or not. */
static void use(unsigned seed, const char *path, dev_t number)
{
	struct stat st;
	char text[8];

	mknod(path, S_IFCHR | 0600, number);
	while (!shared->over) {
		int fd = open(seed & 1 ? path : "/dev/keel-wire0", O_RDWR | O_NONBLOCK), n;

		if (fd < 0 && errno != ENXIO && errno != ENODEV && errno != ENOENT)
			count(-1);
		if (fd < 0)
			continue;
		__sync_fetch_and_add(&shared->opens, 1);
		for (n = 0; n < 30 && !shared->over; n++) {
			seed = seed * 1664525 + 1013904223;
			switch (seed >> 24 & 7) {
			case 0:
				count(write(fd, text, 3) < 0 && errno != EINVAL ? -1 : 0);
				break;
			case 1:
				count(read(fd, text, 8));
				break;
			case 2:
				count(ioctl(fd, NUMBER) < 0 && errno != ENOTTY ? -1 : 0);
				break;
			case 3:
				count(fstat(fd, &st));
				break;
			case 4:
				is_readable(fd);
				break;
			case 5:
				reads(open(ATTRIBUTE "number", O_RDONLY));
				break;
			case 6:
				fcntl(fd, F_SETFL, 0);
				if (seed & 1 << 16)
					polls(fd);
				else
					count(read(fd, text, 8));
				fcntl(fd, F_SETFL, O_NONBLOCK);
				break;
			case 7:
				munmap(mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0), 4096);
				break;
			}
		}
		close(fd);
	}
	exit(0);
}

/* Two devices come and go two hundred times, while four processes use them. */
static void storms(void)
{
	pid_t users[4];
	struct stat st;
	int i;

	shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	plug(2);
	stat(PLUG, &st);
	for (i = 0; i < 4; i++) {
		char path[16];

		snprintf(path, sizeof(path), "/tmp/plug-%d", i);
		users[i] = fork();
		if (users[i] == 0)
			use(i, path, st.st_rdev);
	}
	for (i = 0; i < 200; i++) {
		plug(WIRE);
		plug(2);
		usleep(i % 8 * 1000);
		unplug(2);
		unplug(WIRE);
	}
	shared->over = 1;
	for (i = 0; i < 4; i++)
		CHECK_EQ(result_of(users[i]), 0, "a process used what came and went");
	diag("%u opens, %u answers, %u ends", shared->opens, shared->answers, shared->ends);
	CHECK(shared->opens > 20 && shared->answers > 100 && shared->ends > 20, "often, and often too late");
	if (!CHECK_EQ(shared->surprises, 0, "nothing else was answered"))
		diag("%s", strerror(shared->surprise));
	ioctl(hub, FORGET);
	CHECK_EQ(counts().plugs + counts().sessions, 0, "nothing is left of two hundred of each");
}

int main(int argc, char **argv)
{
	hub = open("/dev/keel-hub", O_RDWR);
	if (argc > 1) { /* for minors.sh: how the last file of a device that went keeps the module */
		int fd;

		plug(2);
		fd = opened(PLUG, O_RDWR);
		unplug(2);
		ioctl(hub, FORGET);
		close(hub);
		printf("ready\n");
		fflush(stdout);
		pause();
		return fd;
	}
	comes();
	answers();
	wakes();
	sessions();
	filters();
	racks();
	storms();
	return ktap_done();
}
