// SPDX-License-Identifier: GPL-2.0
/* Uses the attributes of kobject_files.ko as processes do, and as they should not. */
#include "ktap.h"
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <linux/netlink.h>
#include <unistd.h>

#define FOLDER "/sys/kernel/keel-kobjects/"
#define NURSERY "/sys/kernel/keel-nursery/"
#define PARAMETERS "/sys/module/kobject_files/parameters/"

/* Writes text in one go; returns 0 or errno. */
static int put(const char *path, const void *text, size_t len)
{
	int fd = open(path, O_WRONLY), error;

	if (fd < 0)
		return errno;
	errno = 0;
	error = write(fd, text, len) == (ssize_t)len ? 0 : errno ? errno : EIO;
	close(fd);
	return error;
}

static int put_text(const char *path, const char *text) { return put(path, text, strlen(text)); }

/* Reads a file into a static buffer, in one go. */
static const char *get(const char *path)
{
	static char text[8192];
	int fd = open(path, O_RDONLY);
	ssize_t n;

	if (fd < 0)
		return strerror(errno);
	n = read(fd, text, sizeof(text) - 1);
	if (n < 0)
		snprintf(text, sizeof(text), "%s", strerror(errno));
	else
		text[n] = '\0';
	close(fd);
	return text;
}

static unsigned mode(const char *path)
{
	struct stat status;

	return stat(path, &status) ? 0 : status.st_mode & 07777;
}

static void modes_follow(void)
{
	CHECK_EQ(mode(FOLDER "number"), 0644, "what shows and stores has mode 0644");
	CHECK_EQ(mode(FOLDER "much"), 0444, "what shows has mode 0444");
	CHECK_EQ(mode(FOLDER "length"), 0200, "what stores has mode 0200");
	CHECK_EQ(mode(FOLDER "secret"), 0600, "a mode that is given is taken");
	CHECK_EQ(mode(FOLDER "there"), 0444, "what is conditional is there when it should");
	CHECK_EQ(mode(FOLDER "not_there"), 0, "what is conditional is not there when it should not");
	CHECK_EQ(mode(FOLDER "there_bin"), 0444, "the same of bytes");
	CHECK_EQ(mode(FOLDER "not_there_bin"), 0, "the same of bytes, not there");
	CHECK_EQ(mode(FOLDER "more/bytes"), 0644, "a group with a name is a folder");
	CHECK_EQ(mode("/sys/module/kobject_files/more/changes"), 0644, "the module's folder has them, too");
}

static void text_comes_and_goes(void)
{
	char *page = malloc(6000);
	int fd;

	CHECK(!strcmp(get(FOLDER "number"), "7\n"), "an attribute can be read");
	CHECK_EQ(put_text(FOLDER "number", "0x20\n"), 0, "an attribute can be written");
	CHECK(!strcmp(get(FOLDER "number"), "32\n"), "what was written is read");
	CHECK(!strcmp(get("/sys/module/kobject_files/number"), "32\n"), "through the module's folder as well");
	CHECK_EQ(put_text(FOLDER "number", "many"), EINVAL, "text that is no number is refused");
	CHECK_EQ(put_text(FOLDER "number", "4294967296"), ERANGE, "a number too large is refused");
	CHECK(!strcmp(get(FOLDER "number"), "32\n"), "a refused write changes nothing");
	CHECK_EQ(strlen(get(FOLDER "much")), 4095, "a show that has more to say than a page is cut");
	CHECK(!strncmp(get(FOLDER "much"), "        0\n        1\n", 20), "what fits is there");
	CHECK_EQ(strlen(get(FOLDER "nothing")), 0, "a show that says nothing is an empty file");
	CHECK(!strcmp(get(FOLDER "error"), strerror(ENXIO)), "the error of a show is the error of read");
	CHECK_EQ(put_text(FOLDER "error", "x"), ENOSPC, "the error of a store is the error of write");
	memset(page, 'x', 6000);
	CHECK_EQ(put(FOLDER "length", page, 4095), 0, "a store of nearly a page");
	CHECK(!strcmp(get(FOLDER "number"), "4095\n"), "it arrives whole");
	fd = open(FOLDER "length", O_WRONLY);
	CHECK(write(fd, page, 6000) <= 4096, "of more than a page a page is taken");
	CHECK(atoi(get(FOLDER "number")) <= 4096, "a store never gets more than a page");
	CHECK_EQ(write(fd, page, 0), 0, "an empty write is nothing");
	close(fd);
	CHECK_EQ(put_text(FOLDER "much", "x"), EACCES, "what only shows cannot be written, not even by root");
	CHECK_ERRNO(open(FOLDER "length", O_RDONLY), EACCES, "what only stores cannot be read");
	free(page);
}

static void bytes_have_offsets(void)
{
	unsigned char got[64];
	int fd = open(FOLDER "more/bytes", O_RDWR);
	struct stat status;

	fstat(fd, &status);
	CHECK_EQ(status.st_size, 16, "a binary attribute has its size");
	CHECK_EQ(pread(fd, got, sizeof(got), 0), 16, "a read gives all of it");
	CHECK_EQ(pwrite(fd, "abcd", 4, 14), 2, "a write past the end is cut");
	CHECK_EQ(pread(fd, got, sizeof(got), 12), 4, "a read at an offset gives the rest");
	CHECK(!memcmp(got, "\0\0ab", 4), "what was written is read");
	CHECK_EQ(pread(fd, got, sizeof(got), 16), 0, "at the end there is nothing");
	CHECK_ERRNO(pwrite(fd, "abcd", 4, 16), EFBIG, "and nothing can be written");
	close(fd);
	fd = open(FOLDER "more/endless", O_RDWR);
	CHECK_EQ(pread(fd, got, 8, 1L << 40), 8, "without a size there is no end");
	CHECK_EQ(got[7], 7, "and the offset arrives");
	CHECK_ERRNO(pwrite(fd, "abcd", 4, 0), EPERM, "the error of a write");
	close(fd);
	CHECK_ERRNO(open(FOLDER "more/write_only", O_RDWR), EACCES, "what is only written cannot be read");
}

static void poll_wakes(void)
{
	struct pollfd file = {.fd = open(FOLDER "more/changes", O_RDONLY), .events = POLLPRI};
	char text[16] = "";
	pid_t child;

	CHECK_EQ(read(file.fd, text, sizeof(text)), 2, "the attribute is read once");
	CHECK_EQ(poll(&file, 1, 50), 0, "nothing happens by itself");
	child = fork();
	if (!child) {
		usleep(100000);
		_exit(put_text(FOLDER "more/changes", "now"));
	}
	CHECK_EQ(poll(&file, 1, -1), 1, "poll wakes when the attribute is notified");
	CHECK_EQ(file.revents, POLLPRI | POLLERR, "as poll of sysfs does");
	waitpid(child, NULL, 0);
	lseek(file.fd, 0, SEEK_SET);
	(void)!read(file.fd, text, sizeof(text));
	CHECK(!strcmp(text, "1\n"), "and there is something new to read");
	close(file.fd);
}

static void children_come_and_go(void)
{
	char text[16] = "";
	int fd, waited;
	pid_t child;

	CHECK_EQ(put_text(FOLDER "number", "5"), 0, "the child's number is set");
	CHECK_EQ(put_text(FOLDER "child", "first\n"), 0, "a folder is made");
	CHECK(!strcmp(get(NURSERY "first/number"), "5\n"), "it has its object's attributes");
	fd = open(NURSERY "first/number", O_RDONLY);
	CHECK(fd >= 0, "its file is open");
	CHECK_EQ(put_text(FOLDER "child", "-"), 0, "the folder goes while the file is open");
	CHECK_ERRNO(read(fd, text, sizeof(text)), ENODEV, "what is still open answers ENODEV");
	close(fd);
	CHECK_EQ(access(NURSERY "first", F_OK), -1, "it is gone");
	CHECK_EQ(put_text(FOLDER "child", "a/b"), 0, "a name with a slash");
	CHECK(!strcmp(get(NURSERY "a!b/number"), "5\n"), "gets an exclamation mark, as in C");
	CHECK_EQ(put_text(FOLDER "child", ""), 0, "an empty write is no write");
	CHECK_EQ(put_text(FOLDER "child", "\n"), EINVAL, "a folder needs a name");

	put_text(FOLDER "child", "busy");
	child = fork();
	if (!child)
		_exit(strcmp(get(NURSERY "busy/slow"), "5\n") ? 1 : 0);
	usleep(100000);
	CHECK_EQ(put_text(FOLDER "child", "-"), 0, "a folder whose attribute is being read goes");
	waitpid(child, &waited, 0);
	CHECK_EQ(waited, 0, "and the read ended before, with the object still there");
}

static void links_lead_there(void)
{
	char target[128] = "";

	CHECK_EQ(put_text(FOLDER "link", "me"), 0, "a link is made");
	CHECK(readlink(FOLDER "me", target, sizeof(target) - 1) > 0, "it is one");
	CHECK(!strcmp(target, "../../module/kobject_files"), "it leads to the module's folder");
	CHECK_EQ(put_text(FOLDER "link", "me"), EEXIST, "a name that is taken is refused");
	CHECK_EQ(put_text(FOLDER "link", "\n"), EINVAL, "and no name");
	CHECK_EQ(put_text(FOLDER "link", "a/b"), EINVAL, "and a name with a slash");
	CHECK_EQ(put_text(FOLDER "unlink", "me"), 0, "it is taken away");
	CHECK_EQ(access(FOLDER "me", F_OK), -1, "it is gone");
	CHECK_EQ(put_text(FOLDER "link", "stays"), 0, "one stays until the folder goes");
	CHECK_EQ(put_text(FOLDER "event", "x"), EINVAL, "there are no events below /sys/kernel");
}

/* Each text is given to a parameter, which the kernel reads, and to an attribute, which parse reads: both take it, and
   for the same number, or refuse it with the same errno. */
static void reads_as_the_kernel(void)
{
	static const char *const numbers[] = {
	    "0",
	    "7",
	    "+7",
	    "-7",
	    "--7",
	    "+-7",
	    "-+7",
	    "",
	    "\n",
	    "7\n",
	    "7\n\n",
	    "7 ",
	    " 7",
	    "7x",
	    "x7",
	    "0x7f",
	    "0X7F\n",
	    "0x",
	    "-0x",
	    "0xg",
	    "x",
	    "010",
	    "08",
	    "0",
	    "00",
	    "-0",
	    "+",
	    "-",
	    "127",
	    "128",
	    "-128",
	    "-129",
	    "255",
	    "256",
	    "0377",
	    "0400",
	    "2147483647",
	    "2147483648",
	    "-2147483648",
	    "-2147483649",
	    "4294967295",
	    "4294967296",
	    "9223372036854775807",
	    "9223372036854775808",
	    "-9223372036854775808",
	    "-9223372036854775809",
	    "18446744073709551615",
	    "18446744073709551616",
	    "0xffffffffffffffff",
	    "0x10000000000000000",
	    "01777777777777777777777",
	    "02000000000000000000000",
	    "99999999999999999999999999x",
	    "999999999999x",
	    "1e3",
	    "0b1",
	    "1_000",
	    "true",
	    "\t7",
	    "7\r\n",
	    "00000000000000000000000000000000000000000000000000000000000000000007",
	};
	static const char *const bools[] = {"0",   "1",      "y",  "Y",       "n", "N", "on", "ON",   "off",
	                                    "oFF", "o",      "ox", "t",       "T", "f", "F",  "true", "false",
	                                    "e",   "enable", "d",  "disable", "2", "",  "\n", "1\n",  " 1"};
	int wrong = 0, kernels, ours;

	for (int i = 0; i < (int)(sizeof(numbers) / sizeof(*numbers)); i++) {
		static const char *const kinds[] = {"as_int", "as_byte", "as_ulong"};

		for (int kind = 0; kind < 3; kind++) {
			char parameter[128], attribute[128];

			snprintf(parameter, sizeof(parameter), PARAMETERS "%s", kinds[kind]);
			snprintf(attribute, sizeof(attribute), FOLDER "%s", kinds[kind]);
			if (!*numbers[i])
				continue;
			kernels = put_text(parameter, numbers[i]);
			ours = put_text(attribute, numbers[i]);
			if (kernels != ours)
				diag("%s of '%s': kernel %d, parse %d", kinds[kind], numbers[i], kernels, ours);
			wrong += kernels != ours;
		}
	}
	CHECK_EQ(wrong, 0, "numbers are read as the kernel reads them");
	wrong = 0;
	for (int i = 0; i < (int)(sizeof(bools) / sizeof(*bools)); i++) {
		if (!*bools[i])
			continue;
		kernels = put_text(PARAMETERS "as_bool", bools[i]);
		ours = put_text(FOLDER "as_bool", bools[i]);
		if (kernels != ours)
			diag("bool of '%s': kernel %d, parse %d", bools[i], kernels, ours);
		wrong += kernels != ours;
	}
	CHECK_EQ(wrong, 0, "bools are read as the kernel reads them");
}

/* A device has attributes of its object; each store tells udev. */
static void devices_have_them(const char *folder)
{
	struct sockaddr_nl all = {.nl_family = AF_NETLINK, .nl_groups = 1};
	int events = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_KOBJECT_UEVENT), told = 0;
	char path[128], event[2048];

	REQUIRE(events >= 0 && !bind(events, (struct sockaddr *)&all, sizeof(all)), "events can be heard");
	snprintf(path, sizeof(path), "%s/level", folder);
	diag("%s", path);
	CHECK(!strcmp(get(path), "3\n"), "the attribute is there");
	CHECK_EQ(mode(path), 0644, "with its mode");
	CHECK_EQ(put_text(path, "9"), 0, "it can be written");
	CHECK(!strcmp(get(path), "9\n"), "and read back");
	CHECK_EQ(put_text(path, "x"), EINVAL, "and refuses what is no number");
	while (!told) {
		ssize_t n = recv(events, event, sizeof(event) - 1, 0);

		event[n < 0 ? 0 : n] = '\0';
		told = !strncmp(event, "change@", 7) && strstr(event, strrchr(folder, '/')) != NULL;
	}
	CHECK(told, "udev is told");
	snprintf(path, sizeof(path), "%s/raw", folder);
	CHECK_EQ(*get(path), 9, "its bytes can be read");
	snprintf(path, sizeof(path), "%s/never", folder);
	CHECK_EQ(mode(path), 0, "what is conditional is not there");
	close(events);
}

/* One process makes and removes a folder, others read what is in it. */
static void storm(void)
{
	pid_t readers[3];
	int bad = 0, failed = 0, waited;

	for (int i = 0; i < 3; i++) {
		readers[i] = fork();
		if (!readers[i]) {
			int seen = 0;

			for (;;) {
				const char *text = get(NURSERY "storm/number");

				if (!strcmp(text, "5\n"))
					seen++;
				else if (strcmp(text, strerror(ENOENT)) && strcmp(text, strerror(ENODEV)))
					_exit(1);
				if (seen > 200)
					_exit(0);
			}
		}
	}
	for (int running = 3; running;) {
		failed += put_text(FOLDER "child", "storm") != 0;
		usleep(200);
		failed += put_text(FOLDER "child", "-") != 0;
		while (running && waitpid(-1, &waited, WNOHANG) > 0) {
			bad += waited != 0;
			running--;
		}
	}
	CHECK_EQ(failed, 0, "folders come and go while they are read");
	CHECK_EQ(bad, 0, "readers see the number, or that nobody is there");
}

int main(void)
{
	modes_follow();
	text_comes_and_goes();
	bytes_have_offsets();
	poll_wakes();
	children_come_and_go();
	links_lead_there();
	reads_as_the_kernel();
	devices_have_them("/sys/class/misc/keel-gadget");
	devices_have_them("/sys/class/keel-gizmo/keel-gizmo");
	storm();
	return ktap_done();
}
