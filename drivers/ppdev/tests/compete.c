// SPDX-License-Identifier: GPL-2.0
/*
 * Two processes that want the same port. compare.sh has the rest: a close that hands over, one killed while it waits,
 * what is exclusive.
 *
 * usage: compete DEVICE [slow]
 *
 * slow: writing 7 bytes takes longer than a turn at the port.
 */
#include "ktap.h"
#include <fcntl.h>
#include <linux/ppdev.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *device;
static int lines[2]; /* what the other process says, a letter each */
static pid_t other;

static int open_port(void)
{
	int fd = open(device, O_RDWR);

	if (fd < 0)
		exit(99);
	return fd;
}

/* Starts another process; it says one letter for each thing that it has done. */
static void start(void (*life)(int fd))
{
	if (pipe(lines))
		exit(98);
	other = fork();
	if (other == 0) {
		close(lines[0]);
		life(open_port());
		exit(0);
	}
	close(lines[1]);
}

static void say(char letter)
{
	if (write(lines[1], &letter, 1) != 1)
		exit(97);
}

/* The letter that the other process says within a time, 0 for none. */
static char hear(int ms)
{
	struct pollfd it = {.fd = lines[0], .events = POLLIN};
	char letter = 0;

	return poll(&it, 1, ms) == 1 && read(lines[0], &letter, 1) == 1 ? letter : 0;
}

enum { WHILE = 1000, LONG = 100000 };

static void end(void)
{
	int status = 0;

	waitpid(other, &status, 0);
	CHECK_EQ(status, 0, "the other process comes to its end");
	close(lines[0]);
}

static void claims_once(int fd)
{
	say('s');
	say(ioctl(fd, PPCLAIM) == 0 ? 'c' : 'f');
	say(ioctl(fd, PPRDATA, &(unsigned char){0}) == 0 ? 'd' : 'f');
}

static void holds(int fd)
{
	say(ioctl(fd, PPCLAIM) == 0 ? 'c' : 'f');
	pause();
}

static void released(int fd)
{
	CHECK_EQ(ioctl(fd, PPCLAIM), 0, "the port is claimed");
	start(claims_once);
	CHECK_EQ(hear(LONG), 's', "another process wants it");
	CHECK_EQ(hear(WHILE), 0, "that one waits");
	CHECK_EQ(ioctl(fd, PPRELEASE), 0, "the first one can release the port while the other waits");
	CHECK_EQ(hear(LONG), 'c', "the other one has it then");
	CHECK_EQ(hear(LONG), 'd', "and uses it");
	end();
}

static void killed(int fd)
{
	int status;

	start(holds);
	CHECK_EQ(hear(LONG), 'c', "another process claims the port");
	kill(other, SIGKILL);
	CHECK_EQ(ioctl(fd, PPCLAIM), 0, "the port can be claimed once it is killed");
	CHECK_EQ(ioctl(fd, PPRELEASE), 0, "and released");
	waitpid(other, &status, 0);
	CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "it was killed with the port claimed");
	close(lines[0]);
}

/* Yields until the other process has had the port; it is the own one again after that. */
static void yielded(int fd)
{
	char said = 0;

	CHECK_EQ(ioctl(fd, PPCLAIM), 0, "the port is claimed");
	start(claims_once);
	CHECK_EQ(hear(LONG), 's', "another process wants it");
	CHECK_EQ(hear(WHILE), 0, "that one waits");
	for (int i = 0; i < 100 && !said; i++) {
		if (ioctl(fd, PPYIELD))
			break;
		said = hear(100);
	}
	CHECK_EQ(said, 'c', "it has the port when this one yields");
	CHECK_EQ(hear(LONG), 'd', "and uses it");
	end();
	CHECK_EQ(ioctl(fd, PPRDATA, &(unsigned char){0}), 0, "the port is this one's again");
	CHECK_EQ(ioctl(fd, PPRELEASE), 0, "until it releases it");
}

static void excluded(int fd)
{
	int second;

	close(fd);
	fd = open_port();
	CHECK_EQ(ioctl(fd, PPEXCL), 0, "a file asks for the port alone");
	CHECK_EQ(ioctl(fd, PPCLAIM), 0, "it gets it");
	CHECK_EQ(ioctl(fd, PPRELEASE), 0, "and releases it");
	second = open_port();
	CHECK_ERRNO(ioctl(second, PPCLAIM), ENXIO, "no other may claim it even then");
	close(fd);
	CHECK_EQ(ioctl(second, PPCLAIM), 0, "until it is closed");
	close(second);
}

/* A turn at the port lasts until a write has returned: the other process does not come between two of its bytes. */
static void written(int fd)
{
	CHECK_EQ(ioctl(fd, PPCLAIM), 0, "the port is claimed");
	start(claims_once);
	CHECK_EQ(hear(LONG), 's', "another process wants it");
	CHECK_EQ(hear(WHILE), 0, "that one waits");
	CHECK_EQ(write(fd, "seven, and more", 14), 14, "a write takes longer than a turn");
	CHECK_EQ(hear(0), 0, "the other one still waits");
	CHECK_EQ(ioctl(fd, PPRDATA, &(unsigned char){0}), 0, "the port is this one's, as before");
	CHECK_EQ(ioctl(fd, PPRELEASE), 0, "until it releases it");
	CHECK_EQ(hear(LONG), 'c', "the other one has it then");
	CHECK_EQ(hear(LONG), 'd', "and uses it");
	end();
}

int main(int argc, char **argv)
{
	int fd;

	if (argc != 2 && argc != 3)
		return 2;
	device = argv[1];
	signal(SIGPIPE, SIG_IGN);
	fd = open_port();
	released(fd);
	killed(fd);
	yielded(fd);
	if (argc == 3)
		written(fd);
	excluded(fd);
	return ktap_done();
}
