// SPDX-License-Identifier: GPL-2.0
/* Uses the items of configfs_items.ko as processes do, and as they should not. */
#include "ktap.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define FOLDER "/sys/kernel/config/keel_items"
#define MODULE "configfs_items"
#define HELD "/sys/module/configfs_items/parameters/held"

/* Writes text in one go; returns 0 or errno. */
static int put(const char *path, const char *text, size_t len)
{
	int fd = open(path, O_WRONLY), error;

	if (fd < 0)
		return errno;
	errno = 0;
	error = write(fd, text, len) == (ssize_t)len ? 0 : errno ? errno : EIO;
	close(fd);
	return error;
}

static char text[8192];

/* Reads a file whole; returns how many bytes it has, or -errno. */
static int get(const char *path)
{
	int fd = open(path, O_RDONLY), all = 0;
	ssize_t n;

	memset(text, 0, sizeof(text));
	if (fd < 0)
		return -errno;
	while ((n = read(fd, text + all, sizeof(text) - 1 - all)) > 0)
		all += n;
	if (n < 0)
		all = -errno;
	close(fd);
	return all;
}

static int number(const char *path) { return get(path) > 0 ? atoi(text) : -1; }

static void groups_from_the_start(void)
{
	CHECK_EQ(number(FOLDER "/alive"), 2, "the groups from the start are there");
	CHECK_EQ(put(FOLDER "/first/text", "one", 3), 0, "they can be written");
	CHECK(get(FOLDER "/first/text") == 16 && !strcmp(text, "one"), "and read");
	CHECK(get(FOLDER "/second/text") == 16 && !*text, "each has its own");
	CHECK_EQ(put(FOLDER "/first/text", "more than sixteen", 17), EMSGSIZE, "the error of a store is that of write");
	CHECK_ERRNO(rmdir(FOLDER "/first"), EPERM, "they cannot be removed");
	CHECK_ERRNO(mkdir(FOLDER "/first/x", 0755), EPERM, "nothing can be made in them");
}

static void items_are_made(void)
{
	char path[400] = FOLDER "/shelf/";

	CHECK_EQ(mkdir(FOLDER "/shelf", 0755), 0, "a group is made");
	CHECK_EQ(number(FOLDER "/alive"), 4, "with the group in it");
	CHECK_EQ(mkdir(FOLDER "/shelf/disk", 0755), 0, "an item is made in it");
	CHECK_EQ(number(FOLDER "/alive"), 5, "there is one more object");
	CHECK(get(FOLDER "/shelf/disk/name") == 5 && !strcmp(text, "disk\n"), "it knows its name");
	CHECK_EQ(put(FOLDER "/shelf/disk/size", "12\n", 3), 0, "it can be written");
	CHECK_EQ(number(FOLDER "/shelf/disk/size"), 12, "and read");
	CHECK_EQ(put(FOLDER "/shelf/disk/size", "-1", 2), EINVAL, "what it refuses is refused");
	CHECK_ERRNO(mkdir(FOLDER "/shelf/disk/more", 0755), EPERM, "it is no group");
	CHECK_ERRNO(mkdir(FOLDER "/shelf/bad", 0755), EPERM, "a name can be refused, with an errno");
	CHECK_ERRNO(mkdir(FOLDER "/shelf/half", 0755), ENXIO, "so can an item that is built half");
	CHECK_EQ(number(FOLDER "/alive"), 5, "what was refused is gone");
	memset(path + strlen(path), 'x', 255);
	CHECK_EQ(mkdir(path, 0755), 0, "a name can be long");
	strcat(path, "/name");
	CHECK_EQ(get(path), 256, "and is known whole");
	*strrchr(path, '/') = '\0';
	CHECK_EQ(rmdir(path), 0, "and goes");
	CHECK_ERRNO(rmdir(FOLDER "/shelf"), ENOTEMPTY, "a group with items stays");
	CHECK_EQ(rmdir(FOLDER "/shelf/disk"), 0, "the item goes");
	CHECK_EQ(rmdir(FOLDER "/shelf"), 0, "the group goes, with the group in it");
	CHECK_EQ(number(FOLDER "/alive"), 2, "and their objects");
}

static void bytes(void)
{
	char large[100];
	int fd, i, clean = 1;

	mkdir(FOLDER "/shelf", 0755);
	mkdir(FOLDER "/shelf/disk", 0755);
	CHECK_EQ(get(FOLDER "/shelf/disk/blob"), 0, "there are no bytes at first");
	CHECK_EQ(put(FOLDER "/shelf/disk/blob", "a\0b", 3), 0, "bytes are written");
	CHECK(get(FOLDER "/shelf/disk/blob") == 3 && !memcmp(text, "a\0b", 3), "and read back");
	memset(large, 'l', sizeof(large));
	CHECK_EQ(put(FOLDER "/shelf/disk/blob", large, 65), EFBIG, "more than there may be is refused");
	CHECK_EQ(put(FOLDER "/shelf/disk/blob", large, 64), 0, "as many as there may be is not");
	CHECK_EQ(get(FOLDER "/shelf/disk/blob"), 64, "they are all there");
	fd = open(FOLDER "/shelf/disk/blob", O_WRONLY);
	(void)!write(fd, "ab", 2);
	(void)!write(fd, "cd", 2);
	CHECK_EQ(get(FOLDER "/shelf/disk/blob"), 64, "what is written counts when the file is closed");
	close(fd);
	CHECK(get(FOLDER "/shelf/disk/blob") == 4 && !memcmp(text, "abcd", 4), "and then whole");
	CHECK_EQ(get(FOLDER "/shelf/disk/error"), -ENXIO, "the error of a read");
	CHECK_EQ(get(FOLDER "/shelf/disk/much"), -EFBIG, "more than there may be cannot be read either");
	CHECK_EQ(get(FOLDER "/shelf/disk/shrinking"), 4000, "what shrinks while it is read has its first size");
	for (i = 4; i < 4000; i++)
		clean &= text[i] == '\0';
	CHECK(!memcmp(text, "ssss", 4) && clean, "and zeroes where there is nothing: no memory of the kernel's");
	CHECK_EQ(put(FOLDER "/shelf/disk/much", "x", 1), EACCES, "what is only read cannot be written");
	rmdir(FOLDER "/shelf/disk");
	rmdir(FOLDER "/shelf");
}

static void links(void)
{
	mkdir(FOLDER "/shelf", 0755);
	mkdir(FOLDER "/other", 0755);
	mkdir(FOLDER "/other/disk", 0755);
	CHECK_EQ(symlink(FOLDER "/other/disk", FOLDER "/shelf/a"), 0, "a link to the right class is allowed");
	CHECK_EQ(number(FOLDER "/shelf/links"), 1, "the object knows");
	CHECK_ERRNO(symlink(FOLDER "/other", FOLDER "/shelf/b"), EPERM, "to another class it is not");
	CHECK_ERRNO(symlink(FOLDER "/other/label", FOLDER "/shelf/b"), EPERM, "nor to a group from the start");
	CHECK_ERRNO(symlink(FOLDER, FOLDER "/shelf/b"), EPERM, "nor to the subsystem");
	CHECK_ERRNO(symlink("/tmp", FOLDER "/shelf/b"), EPERM, "nor to elsewhere");
	CHECK_ERRNO(symlink(FOLDER "/none", FOLDER "/shelf/b"), ENOENT, "nor to nothing");
	CHECK_ERRNO(symlink(FOLDER "/shelf", FOLDER "/other/disk/b"), EPERM, "what has no links gets none");
	CHECK_EQ(symlink(FOLDER "/other/disk", FOLDER "/shelf/b"), 0, "a second link");
	CHECK_ERRNO(symlink(FOLDER "/other/disk", FOLDER "/shelf/c"), ENOSPC, "the object can refuse");
	CHECK_EQ(number(FOLDER "/shelf/links"), 2, "what was refused does not count");
	CHECK_ERRNO(rmdir(FOLDER "/other/disk"), EBUSY, "what is linked to stays");
	CHECK_ERRNO(rmdir(FOLDER "/shelf"), ENOTEMPTY, "and who links");
	CHECK_EQ(get(FOLDER "/shelf/a/name"), 5, "a link leads there");
	CHECK_EQ(unlink(FOLDER "/shelf/a"), 0, "a link goes");
	CHECK_EQ(unlink(FOLDER "/shelf/b"), 0, "and the other");
	CHECK_EQ(number(FOLDER "/shelf/links"), 0, "the object knows that, too");
	CHECK_EQ(rmdir(FOLDER "/other/disk"), 0, "then the item goes");
	rmdir(FOLDER "/other");
	rmdir(FOLDER "/shelf");
	CHECK_EQ(number(FOLDER "/alive"), 2, "nothing is left");
}

static void held_items_stay(void)
{
	CHECK_EQ(put(HELD, "1", 1), ENOENT, "what is not there cannot be held");
	mkdir(FOLDER "/held", 0755);
	CHECK_EQ(put(HELD, "1", 1), 0, "an item can be held");
	CHECK_ERRNO(rmdir(FOLDER "/held"), EBUSY, "and is not removed then");
	CHECK_EQ(put(HELD, "0", 1), 0, "it is let go");
	CHECK_EQ(rmdir(FOLDER "/held"), 0, "and removed");
	CHECK_EQ(number(FOLDER "/alive"), 2, "nothing is left");
}

static void open_files(void)
{
	int fd, blob;

	mkdir(FOLDER "/shelf", 0755);
	mkdir(FOLDER "/shelf/disk", 0755);
	CHECK_ERRNO(syscall(SYS_delete_module, MODULE, O_NONBLOCK), EWOULDBLOCK, "the module stays with its items");
	fd = open(FOLDER "/shelf/label/text", O_RDWR);
	blob = open(FOLDER "/shelf/disk/blob", O_WRONLY);
	(void)!write(blob, "late", 4);
	rmdir(FOLDER "/shelf/disk");
	rmdir(FOLDER "/shelf");
	CHECK_EQ(number(FOLDER "/alive"), 2, "items with open files go");
	CHECK_ERRNO(read(fd, text, sizeof(text)), ENOENT, "a read of what is gone");
	CHECK_ERRNO(write(fd, "x", 1), ENOENT, "a write");
	CHECK_EQ(close(blob), 0, "bytes that come too late are lost");
	CHECK_ERRNO(syscall(SYS_delete_module, MODULE, O_NONBLOCK), EWOULDBLOCK, "the module stays with an open file");
	close(fd);
}

/* Two processes make, link, read and remove the same things. */
static void storm(void)
{
	static const int allowed[] = {0, EEXIST, ENOENT, ENOTEMPTY, EBUSY, ENOSPC, EPERM, ESTALE};
	pid_t others[2];
	int bad = 0, waited;
	/* A link made to an item while that is removed meets freed memory, in configfs itself. */
	int apart = open("/tmp/apart", O_RDWR | O_CREAT, 0600);

	for (int i = 0; i < 2; i++) {
		others[i] = fork();
		for (int round = 0; !others[i] && round < 150; round++) {
			int results[10] = {0};

#define TRY(n, call) results[n] = (call) ? errno : 0
			TRY(0, mkdir(FOLDER "/shelf", 0755));
			TRY(1, mkdir(FOLDER "/shelf/disk", 0755));
			TRY(2, mkdir(FOLDER "/other", 0755));
			lockf(apart, F_LOCK, 0);
			TRY(3, symlink(FOLDER "/shelf/disk", FOLDER "/other/link"));
			lockf(apart, F_ULOCK, 0);
			results[4] = put(FOLDER "/shelf/disk/size", "5", 1);
			results[5] = put(FOLDER "/shelf/disk/blob", "blob", 4);
			TRY(6, unlink(FOLDER "/other/link"));
			lockf(apart, F_LOCK, 0);
			TRY(7, rmdir(FOLDER "/shelf/disk"));
			lockf(apart, F_ULOCK, 0);
			TRY(8, rmdir(FOLDER "/shelf"));
			TRY(9, rmdir(FOLDER "/other"));
			for (int n = 0; n < 10; n++) {
				int fine = 0;

				for (int a = 0; a < (int)(sizeof(allowed) / sizeof(*allowed)); a++)
					fine |= results[n] == allowed[a];
				if (!fine)
					_exit(n + 1);
			}
		}
		if (!others[i])
			_exit(0);
	}
	for (int i = 0; i < 2; i++) {
		waitpid(others[i], &waited, 0);
		if (waited)
			diag("process %d ended with %x", i, waited);
		bad += waited != 0;
	}
	CHECK_EQ(bad, 0, "everything is allowed, or refused with an errno that says why");
	unlink(FOLDER "/other/link");
	rmdir(FOLDER "/shelf/disk");
	rmdir(FOLDER "/shelf");
	rmdir(FOLDER "/other");
	CHECK_EQ(number(FOLDER "/alive"), 2, "nothing is left");
}

int main(void)
{
	groups_from_the_start();
	items_are_made();
	bytes();
	links();
	held_items_stay();
	open_files();
	storm();
	return ktap_done();
}
