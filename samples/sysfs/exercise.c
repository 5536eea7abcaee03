// SPDX-License-Identifier: GPL-2.0
/* Sets and reads the thermostat as a shell would, waits for a change, and then does what it refuses. */
#include "ktap.h"
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define FOLDER "/sys/kernel/keel_thermostat/"

static const char *get(const char *path)
{
	static char text[4096];
	int fd = open(path, O_RDONLY);
	ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);

	text[n < 0 ? 0 : n] = '\0';
	close(fd);
	return text;
}

/* Writes a text; returns 0 or errno. */
static int put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY), error;

	if (fd < 0)
		return errno;
	error = write(fd, text, strlen(text)) < 0 ? errno : 0;
	close(fd);
	return error;
}

static void is_set_and_read(void)
{
	CHECK(!strcmp(get(FOLDER "target"), "20\n"), "the target is 20 at first");
	CHECK_EQ(put(FOLDER "target", "22\n"), 0, "it can be set");
	CHECK(!strcmp(get(FOLDER "target"), "22\n"), "and read");
	CHECK(!strcmp(get(FOLDER "mode"), "off\n"), "the mode is off at first");
	CHECK_EQ(put(FOLDER "mode", "heat"), 0, "it can be set by name");
	CHECK(!strcmp(get(FOLDER "mode"), "heat\n"), "and read by name");
	CHECK(!strcmp(get(FOLDER "statistics/changes"), "1\n"), "changes are counted");
}

static void refuses(void)
{
	CHECK_EQ(put(FOLDER "target", "warm"), EINVAL, "what is no number is refused");
	CHECK_EQ(put(FOLDER "target", "99999999999"), ERANGE, "a number that does not fit is refused");
	CHECK_EQ(put(FOLDER "target", "31"), EDOM, "a target that is too high is refused");
	CHECK_EQ(put(FOLDER "mode", "dry"), EINVAL, "a mode that is none is refused");
	CHECK_EQ(put(FOLDER "statistics/changes", "0"), EACCES, "what is only shown cannot be set");
	CHECK(!strcmp(get(FOLDER "target"), "22\n") && !strcmp(get(FOLDER "mode"), "heat\n"),
	      "nothing of it changed anything");
}

static void remembers(void)
{
	int history[9] = {0}, fd = open(FOLDER "statistics/history", O_RDONLY);

	put(FOLDER "target", "18");
	CHECK_EQ(read(fd, history, sizeof(history)), 32, "the history has eight targets");
	CHECK(history[0] == 22 && history[1] == 20 && history[2] == 0, "the newest first");
	CHECK_EQ(pread(fd, history, sizeof(history), 28), 4, "it can be read from an offset");
	CHECK_EQ(pread(fd, history, sizeof(history), 32), 0, "and ends");
	close(fd);
}

static void wakes(void)
{
	struct pollfd file = {.fd = open(FOLDER "target", O_RDONLY), .events = POLLPRI};
	char text[8];
	pid_t child;

	(void)!read(file.fd, text, sizeof(text));
	CHECK_EQ(poll(&file, 1, 0), 0, "nothing changes by itself");
	child = fork();
	if (!child) {
		usleep(50000);
		_exit(put(FOLDER "target", "19"));
	}
	CHECK_EQ(poll(&file, 1, -1), 1, "a change wakes who polls");
	lseek(file.fd, 0, SEEK_SET);
	CHECK(read(file.fd, text, sizeof(text)) == 3 && !memcmp(text, "19\n", 3), "who reads what is new");
	waitpid(child, NULL, 0);
	close(file.fd);
}

int main(void)
{
	is_set_and_read();
	refuses();
	remembers();
	wakes();
	return ktap_done();
}
