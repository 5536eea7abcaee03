// SPDX-License-Identifier: GPL-2.0
/* Uses the configfs sample as the one of Rust for Linux is used, and then as programs should not. */
#include "ktap.h"
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define FOLDER "/sys/kernel/config/rust_configfs"
#define MODULE "keel_configfs"

static const char *get(const char *path)
{
	static char text[8192];
	int fd = open(path, O_RDONLY);
	ssize_t n;

	if (fd < 0)
		return strerror(errno);
	n = read(fd, text, sizeof(text) - 1);
	snprintf(text + (n < 0 ? 0 : n), sizeof(text) - (n < 0 ? 0 : n), "%s", n < 0 ? strerror(errno) : "");
	close(fd);
	return text;
}

static ssize_t put(const char *path, const char *text, size_t len)
{
	int fd = open(path, O_WRONLY);
	ssize_t n;

	if (fd < 0)
		return -errno;
	n = write(fd, text, len);
	n = n < 0 ? -errno : n;
	close(fd);
	return n;
}

static unsigned mode(const char *path)
{
	struct stat status;

	return stat(path, &status) ? 0 : status.st_mode & 07777;
}

static void attributes(void)
{
	static char large[5000];

	CHECK(!strcmp(get(FOLDER "/message"), "Hello World\n"), "the message can be read");
	CHECK_EQ(mode(FOLDER "/message"), 0444, "it is read-only");
	CHECK_EQ(put(FOLDER "/message", "x", 1), -EACCES, "for root, too");
	CHECK_EQ(mode(FOLDER "/bar"), 0644, "bar is read-write");
	CHECK(!strcmp(get(FOLDER "/bar"), ""), "bar is empty at first");
	CHECK_EQ(put(FOLDER "/bar", "a line\n", 7), 7, "bar can be written");
	CHECK(!strcmp(get(FOLDER "/bar"), "a line\n"), "and read back");
	memset(large, 'l', sizeof(large));
	CHECK_EQ(put(FOLDER "/bar", large, sizeof(large)), 4095, "of what is too long a page less one byte is taken");
	CHECK_EQ(strlen(get(FOLDER "/bar")), 4095, "and read back whole");
	CHECK_EQ(put(FOLDER "/bar", "short", 5), 5, "a shorter text replaces it");
	CHECK(!strcmp(get(FOLDER "/bar"), "short"), "whole");
}

static void groups(void)
{
	char path[400];

	CHECK_EQ(mkdir(FOLDER "/child", 0755), 0, "mkdir makes a child");
	CHECK_ERRNO(mkdir(FOLDER "/child", 0755), EEXIST, "once");
	CHECK(!strcmp(get(FOLDER "/child/baz"), "Hello Baz\n"), "it has its attribute");
	CHECK_EQ(mkdir(FOLDER "/child/grandchild", 0755), 0, "mkdir makes a grandchild");
	CHECK(!strcmp(get(FOLDER "/child/grandchild/gc"), "Hello GC\n"), "it has its attribute");
	CHECK_ERRNO(mkdir(FOLDER "/child/grandchild/more", 0755), EPERM, "nothing can be made in it");
	CHECK_ERRNO(symlink(FOLDER "/child", FOLDER "/link"), EPERM, "nothing can be linked");
	CHECK_ERRNO(rmdir(FOLDER "/child"), ENOTEMPTY, "a child with a grandchild stays");
	CHECK_ERRNO(syscall(SYS_delete_module, MODULE, O_NONBLOCK), EWOULDBLOCK, "the module stays with its items");
	CHECK_EQ(rmdir(FOLDER "/child/grandchild"), 0, "rmdir removes the grandchild");
	CHECK_EQ(rmdir(FOLDER "/child"), 0, "and the child");
	memset(path, 0, sizeof(path));
	snprintf(path, sizeof(path), FOLDER "/");
	memset(path + strlen(path), 'n', 255);
	CHECK_EQ(mkdir(path, 0755), 0, "a name can be as long as file names can");
	CHECK_EQ(rmdir(path), 0, "and goes as others do");
	strcat(path, "n");
	CHECK_ERRNO(mkdir(path, 0755), ENAMETOOLONG, "no longer");
}

static void open_files(void)
{
	char text[64];
	int fd;

	mkdir(FOLDER "/child", 0755);
	fd = open(FOLDER "/child/baz", O_RDONLY);
	CHECK(fd >= 0, "a file of a child is open");
	CHECK_EQ(rmdir(FOLDER "/child"), 0, "the child goes while its file is open");
	CHECK_ERRNO(read(fd, text, sizeof(text)), ENOENT, "what is still open says so");
	CHECK_ERRNO(syscall(SYS_delete_module, MODULE, O_NONBLOCK), EWOULDBLOCK, "the module stays with its open file");
	close(fd);
}

/* One process makes and removes, the other reads, and removes as well. */
static void storm(void)
{
	int made = 0, waited;
	pid_t other = fork();

	if (!other) {
		for (int seen = 0; seen < 300;) {
			const char *text = get(FOLDER "/child/grandchild/gc");

			if (!strcmp(text, "Hello GC\n"))
				seen++;
			else if (strcmp(text, strerror(ENOENT)))
				_exit(1);
			if (rmdir(FOLDER "/child/grandchild") && errno != ENOENT)
				_exit(2);
		}
		_exit(0);
	}
	while (!waitpid(other, &waited, WNOHANG)) {
		made += !mkdir(FOLDER "/child", 0755);
		mkdir(FOLDER "/child/grandchild", 0755);
		usleep(100);
		rmdir(FOLDER "/child");
	}
	CHECK_EQ(waited, 0, "who reads sees the text, or that nobody is there");
	CHECK(made > 0, "items come and go while they are read");
	rmdir(FOLDER "/child/grandchild");
	rmdir(FOLDER "/child");
	CHECK_EQ(access(FOLDER "/child", F_OK), -1, "nothing is left");
}

int main(void)
{
	if (mount("none", "/sys/kernel/config", "configfs", 0, NULL) && errno != EBUSY)
		return 1;
	attributes();
	groups();
	open_files();
	storm();
	umount("/sys/kernel/config");
	return ktap_done();
}
