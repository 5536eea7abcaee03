// SPDX-License-Identifier: GPL-2.0
/* Reads and writes the files of virtual.ko as programs would: in pieces, at offsets, while others change what is shown. */
#define _GNU_SOURCE
#include "ktap.h"
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PROC "/proc/keel_virtual/"
#define DEBUG "/sys/kernel/debug/keel_virtual/"
#define GUEST "/sys/kernel/debug/keel_guests/guest/"
#define MOST (1 << 20)

static char text[MOST], got[MOST], piece[MOST];
static void *volatile nowhere = (void *)16;

static int tell(const char *file, const char *command)
{
	int fd = open(file, O_WRONLY);
	ssize_t n = fd < 0 ? -1 : write(fd, command, strlen(command));
	int error = errno;

	close(fd);
	errno = error;
	return n < 0 ? -1 : n == (ssize_t)strlen(command) ? 0 : 1;
}

static int control(const char *command) { return tell(PROC "control", command); }

/* All that is in an open file, read `size` bytes at a time; -1 on an error. */
static ssize_t drain(int fd, char *into, size_t size)
{
	size_t all = 0;
	ssize_t n;

	while ((n = read(fd, into + all, all + size > MOST ? MOST - all : size)) > 0)
		all += n;
	return n < 0 ? -1 : (ssize_t)all;
}

static bool holds(const char *file, const char *expected, size_t size)
{
	int fd = open(file, O_RDONLY);
	ssize_t n = fd < 0 ? -1 : drain(fd, got, size);
	bool same = n == (ssize_t)strlen(expected) && !memcmp(got, expected, n);

	if (!same)
		diag("%s has %zd bytes of %zu: '%.*s'", file, n, strlen(expected),
		     n > 60  ? 60
		     : n < 0 ? 0
		             : (int)n,
		     got);
	close(fd);
	return same;
}

/* Whether a file gives the right bytes at every offset that is tried, in whatever order. */
static bool holds_at_offsets(const char *file, const char *expected)
{
	size_t len = strlen(expected);
	int fd = open(file, O_RDONLY);
	bool same = fd >= 0;

	srandom(1);
	for (int i = 0; same && i < 300; i++) {
		size_t at = random() % (len + 20), want = 1 + random() % 300;
		size_t due = at >= len ? 0 : len - at < want ? len - at : want, n = 0;
		ssize_t part;

		/* A read may give less than there is. */
		while (n < due && (part = pread(fd, got + n, want - n, at + n)) > 0)
			n += part;
		if (!due)
			n = pread(fd, got, want, at);
		same = n == due && !memcmp(got, expected + at, n);
		if (!same)
			diag("%s at %zu: %zd bytes of %zu", file, at, n, due);
	}
	for (size_t at = 0; same && at < len; at += 1 + random() % 700) {
		same = lseek(fd, at, SEEK_SET) == (off_t)at && read(fd, got, 1) == 1 && got[0] == expected[at];
		if (!same)
			diag("%s after lseek to %zu", file, at);
	}
	close(fd);
	return same;
}

/* What `rows` (with a heading) or the others show of `n` rows. */
static char *rows_text(int n, const char *heading, const char *format)
{
	size_t len = sprintf(text, "%s", heading);

	for (int i = 0; i < n; i++)
		len += sprintf(text + len, format, i);
	return text;
}

static void shows_a_text(void)
{
	int fd = open(PROC "whole", O_RDONLY), out = memfd_create("copy", 0);

	CHECK(holds(PROC "whole", "42 of 7\n", 4096), "a text is read in one piece");
	CHECK(holds(PROC "whole", "42 of 7\n", 1), "and byte by byte");
	CHECK(holds_at_offsets(PROC "whole", "42 of 7\n"), "and from each offset");
	CHECK_EQ(lseek(fd, 3, SEEK_SET), 3, "a reader goes to a position");
	CHECK_EQ(read(fd, got, 2), 2, "and reads there");
	CHECK(!memcmp(got, "of", 2), "what is there");
	CHECK_EQ(lseek(fd, -2, SEEK_CUR), 3, "and back");
	CHECK_ERRNO(lseek(fd, -1, SEEK_SET), EINVAL, "there is no position before the start");
	CHECK_ERRNO(lseek(fd, 0, SEEK_END), EINVAL, "the end of a text that is made when it is read is not known");
	CHECK_EQ(lseek(fd, 0, SEEK_SET), 0, "to the start again");
	CHECK_EQ(sendfile(out, fd, NULL, 100), 8, "the kernel copies it to another file");
	CHECK_ERRNO(pread(fd, nowhere, 10, 0), EFAULT, "a bad address is EFAULT");
	CHECK_EQ(pread(fd, got, 10, 0), 8, "and leaves the file as it was");
	CHECK_ERRNO(write(fd, "x", 1), EBADF, "who opened it for reading does not write");
	close(fd);
	close(out);
	fd = open(PROC "error", O_RDONLY);
	CHECK_ERRNO(read(fd, got, 100), EIO, "an error of the function that shows is the reader's");
	close(fd);
	fd = open(PROC "control", O_RDONLY);
	CHECK_ERRNO(read(fd, got, 100), fd < 0 ? errno : EIO, "what is only written is not read");
	close(fd);
}

static void shows_rows(void)
{
	static const int counts[] = {0, 1, 2, 500, 5000};
	static const size_t sizes[] = {7, 4095, 4096, 4097, 100000};
	char command[32];

	for (unsigned i = 0; i < 5; i++) {
		bool listed = true, spun = true, keyed = true;

		sprintf(command, "fill %d\n", counts[i]);
		REQUIRE(!control(command), "there are as many rows as were asked for");
		for (unsigned s = 0; s < 5; s++) {
			listed = listed && holds(PROC "rows", rows_text(counts[i], "rows:\n", "row %d\n"), sizes[s]);
			spun = spun && holds(PROC "spun", rows_text(counts[i], "", "row %d\n"), sizes[s]);
			keyed = keyed && holds(DEBUG "keyed", rows_text(counts[i], "", "%d\n"), sizes[s]);
		}
		CHECK(listed, "rows under a mutex are read, whatever the size of the pieces");
		CHECK(spun, "and rows under a spinlock");
		CHECK(keyed, "and rows that have a key");
		if (counts[i] > 500)
			continue;
		CHECK(holds(PROC "rows", rows_text(counts[i], "rows:\n", "row %d\n"), 1), "and byte by byte");
		CHECK(holds_at_offsets(PROC "rows", text), "and from any offset");
		CHECK(holds_at_offsets(DEBUG "rows", text), "also where there is no read_iter");
	}
}

static void shows_long_rows(void)
{
	size_t len = 0;

	for (int i = 0; i < 12; i++)
		for (int n = 0; i % 3 && n < i * 300; n++)
			len += sprintf(text + len, "%05d\n", i * 10000 + n);
	CHECK(holds(PROC "long", text, 100000), "rows of many pages are whole, and empty ones end nothing");
	CHECK(holds(PROC "long", text, 100), "in small pieces, too");
	CHECK(holds_at_offsets(PROC "long", text), "and from any offset");
}

static void follows_changes(void)
{
	int fd;
	ssize_t n;

	control("fill 1000");
	fd = open(DEBUG "keyed", O_RDONLY);
	n = drain(fd, got, 4096);
	CHECK_EQ(read(fd, got + n, 100), 0, "the end is the end");
	control("add 5000");
	CHECK_EQ(read(fd, got + n, 100), 5, "until there is more");
	CHECK(!memcmp(got + n, "5000\n", 5), "which is what was added");
	close(fd);

	fd = open(DEBUG "keyed", O_RDONLY);
	n = read(fd, got, 10);
	for (int i = 0; i < 500; i += 2) {
		char command[32];

		sprintf(command, "remove %d", i);
		control(command);
	}
	n += drain(fd, got + n, 4096);
	got[n] = 0;
	{
		bool all = true;
		char *at = got;

		/* What the buffer had when rows went is read still; from there on there are no gaps but what was removed. */
		for (int i = 501; all && i < 1000; i++) {
			char line[16];

			sprintf(line, "\n%d\n", i);
			at = strstr(at, line);
			all = at != NULL;
		}
		CHECK(all, "rows with a key that stay are all read, whatever goes before them");
	}
	close(fd);
	fd = open(PROC "rows", O_RDONLY);
	CHECK_EQ(read(fd, got, 10), 10, "a reader is in the middle");
	control("fill 0");
	CHECK(drain(fd, got, 4096) >= 0, "when all rows go");
	close(fd);
}

/* A child that reads a file again and again until told to end; its status says whether all was well. */
static pid_t reader(const char *file, const char *always)
{
	pid_t child = fork();

	if (child)
		return child;
	for (time_t end = time(NULL) + 2; time(NULL) < end;) {
		static const size_t sizes[] = {3, 100, 4096, 65536};
		int fd = open(file, O_RDONLY);
		ssize_t n = drain(fd, got, sizes[random() % 4]);

		if (n < 0)
			_exit(2);
		got[n] = 0;
		if (always && !strstr(got, always))
			_exit(3);
		pread(fd, piece, 10, random() % 20000);
		lseek(fd, random() % 20000, SEEK_SET);
		read(fd, piece, 100);
		close(fd);
	}
	_exit(0);
}

static void readers_and_writers(void)
{
	pid_t children[8];
	char command[32];
	int status, bad = 0;

	control("fill 800");
	children[0] = reader(DEBUG "keyed", "\n799\n");
	children[1] = reader(DEBUG "keyed", "\n1\n");
	children[2] = reader(PROC "rows", NULL);
	children[3] = reader(PROC "spun", NULL);
	children[4] = reader(DEBUG "rows", "rows:\n");
	for (int i = 5; i < 8; i++)
		if (!(children[i] = fork())) {
			srandom(i);
			for (time_t end = time(NULL) + 2; time(NULL) < end;) {
				sprintf(command, "%s %ld", random() % 2 ? "add" : "remove", 2 + random() % 700);
				control(command);
			}
			_exit(0);
		}
	for (int i = 0; i < 8; i++) {
		waitpid(children[i], &status, 0);
		if (status)
			diag("child %d: status %x", i, status);
		bad += status != 0;
	}
	CHECK_EQ(bad, 0, "five readers and three writers at once: rows that stay are seen each time");
	control("fill 0");
}

static void takes_commands(void)
{
	char tall[100];
	int fd = open(PROC "control", O_WRONLY);

	memset(tall, 'a', sizeof(tall));
	CHECK_ERRNO(write(fd, "nonsense", 8), EINVAL, "what the function refuses, the writer is told");
	CHECK_ERRNO(write(fd, tall, sizeof(tall)), EINVAL, "so is more text than it takes");
	CHECK_ERRNO(write(fd, nowhere, 10), EFAULT, "and a bad address");
	CHECK_EQ(write(fd, "fill 2", 6), 6, "a command is taken whole");
	CHECK_EQ(write(fd, "fill 2", 6), 6, "wherever the position of the file is");
	close(fd);
	fd = open(PROC "both", O_RDWR);
	CHECK_EQ(write(fd, "fill 1", 6), 6, "a file can show something and take commands");
	CHECK_EQ(pread(fd, got, 100, 0), 8, "by the same descriptor");
	close(fd);
	CHECK(!tell(DEBUG "control", "fill 0"), "a file of debugfs takes commands");
	CHECK(!tell(DEBUG "both", "fill 0"), "one that shows something, too");
	fd = open(DEBUG "control", O_RDONLY);
	CHECK_ERRNO(read(fd, got, 10), EINVAL, "what is only written in debugfs is not read");
	close(fd);
}

static void has_owners(void)
{
	struct stat is;
	int one = open(PROC "owned", O_RDWR), other = open(PROC "owned", O_RDWR);
	unsigned number = 0;

	CHECK(!stat(PROC "owned", &is) && is.st_uid == 7 && is.st_gid == 8 && (is.st_mode & 07777) == 0640,
	      "a file has the owner, group and mode it was made with");
	CHECK(!stat(PROC "whole", &is) && !is.st_uid && (is.st_mode & 07777) == 0444, "what shows is 0444");
	CHECK(!stat(PROC "both", &is) && (is.st_mode & 07777) == 0644, "what takes commands, too, 0644");
	CHECK(!stat(PROC "control", &is) && (is.st_mode & 07777) == 0200, "what only takes commands 0200");
	CHECK(!stat(PROC, &is) && (is.st_mode & 07777) == 0555, "a directory 0555");
	CHECK_EQ(ioctl(one, _IO('v', 1)), 43, "an open file has an object of its own");
	CHECK_EQ(write(one, "abc", 3), 3, "which its operations change");
	CHECK(pread(one, &number, 4, 0) == 4 && number == 44, "and show");
	CHECK(pread(other, &number, 4, 0) == 4 && number == 42, "and which others do not see");
	CHECK_ERRNO(ioctl(one, _IO('v', 2)), ENOTTY, "an unknown command is ENOTTY");
	close(one);
	close(other);
	one = open(DEBUG "session", O_RDWR);
	CHECK_EQ(ioctl(one, _IO('v', 1)), 43, "the same class makes files of debugfs");
	close(one);
	CHECK(holds("/proc/keel_virtual_top", "42 of 7\n", 100), "a file can be at the top of /proc");
}

/* A value that is refused: the file says so, and shows what it did. */
static void refuses(const char *name, const char *value, int error, const char *shows)
{
	char path[100], sentence[160];

	sprintf(path, DEBUG "%s", name);
	sprintf(sentence, "'%s' is no value of '%s'", value, name);
	CHECK_ERRNO(tell(path, value), error, sentence);
	CHECK(holds(path, shows, 100), "and changes nothing");
}

static void accepts(const char *name, const char *value, const char *shows)
{
	char path[100], sentence[160];

	sprintf(path, DEBUG "%s", name);
	sprintf(sentence, "'%s' takes '%s'", name, value);
	CHECK(!tell(path, value) && holds(path, shows, 100), sentence);
}

static void has_values(void)
{
	struct stat is;

	CHECK(holds(DEBUG "name", "a text\n", 100), "a text is a value");
	CHECK(holds(DEBUG "fixed", "0xbeef\n", 100),
	      "a number that cannot change, in hexadecimal, with all its digits");
	CHECK(holds(DEBUG "sign", "-1\n", 100), "a number with a sign");
	CHECK_ERRNO(tell(DEBUG "fixed", "1"), EINVAL, "what cannot change is not written, not even by root");
	CHECK_ERRNO(tell(DEBUG "shown", "1"), EINVAL, "nor is what is only shown");
	accepts("number", "7\n", "7\n");
	CHECK(holds(DEBUG "shown", "7\n", 1), "another file shows what was written");
	CHECK(holds(PROC "whole", "7 of 7\n", 100), "and so does the module");
	accepts("number", "0x10", "16\n");
	accepts("number", "4294967295", "4294967295\n");
	refuses("number", "4294967296", EINVAL, "4294967295\n");
	refuses("number", "-1", EINVAL, "4294967295\n");
	refuses("number", "99999999999999999999", ERANGE, "4294967295\n");
	refuses("number", "", EINVAL, "4294967295\n");
	refuses("number", "12a", EINVAL, "4294967295\n");
	accepts("hex", "42", "0x0000002a\n");
	accepts("sign", "-2147483648", "-2147483648\n");
	refuses("sign", "2147483648", EINVAL, "-2147483648\n");
	refuses("sign", "-2147483649", EINVAL, "-2147483648\n");
	accepts("wide", "18446744073709551615", "18446744073709551615\n");
	accepts("size", "123456789012", "123456789012\n");
	accepts("flag", "0", "N\n");
	accepts("flag", "y\n", "Y\n");
	accepts("flag", "off", "N\n");
	refuses("flag", "maybe", EINVAL, "N\n");
	refuses("flag", "a flag longer than there is room for", EINVAL, "N\n");
	CHECK(holds(DEBUG "numbers/0", "0\n", 10) && holds(DEBUG "numbers/2", "200\n", 10), "elements have files");
	CHECK(!tell(DEBUG "numbers/1", "5") && holds(DEBUG "numbers/1", "5\n", 10), "each of its own");
	CHECK_ERRNO(open(DEBUG "numbers/3", O_RDONLY), ENOENT, "and no others");
	CHECK_ERRNO(open(DEBUG "a", O_RDONLY), ENOENT, "names that cannot be are not there");
	CHECK(!stat(DEBUG "keyed", &is) && (is.st_mode & 07777) == 0400, "a file has the mode it was made with");
	CHECK(!stat(DEBUG "control", &is) && (is.st_mode & 07777) == 0200, "or that of what it does");
	tell(DEBUG "number", "42");
}

static void has_blobs(void)
{
	static const char zeroes[16];
	int fd = open(DEBUG "block", O_RDWR);

	CHECK(read(fd, got, 100) == 16 && !memcmp(got, zeroes, 16), "bytes are read as they are");
	CHECK_EQ(read(fd, got, 100), 0, "until the end");
	CHECK_EQ(pwrite(fd, "abcd", 4, 14), 2, "what fits is written");
	CHECK_ERRNO(pwrite(fd, "cd", 2, 16), ENOSPC, "what does not fit is ENOSPC");
	CHECK_EQ(pwrite(fd, "", 0, 16), 0, "nothing fits always");
	CHECK_EQ(pwrite(fd, "0123", 4, 0), 4, "in place");
	CHECK(pread(fd, got, 100, 0) == 16 && !memcmp(got, "0123\0\0\0\0\0\0\0\0\0\0ab", 16), "and no further");
	CHECK_ERRNO(pwrite(fd, nowhere, 4, 0), EFAULT, "a bad address is EFAULT");
	CHECK_ERRNO(pread(fd, nowhere, 4, 0), EFAULT, "both ways");
	CHECK_EQ(lseek(fd, -2, SEEK_END), 14, "a blob has an end to seek from");
	CHECK_ERRNO(lseek(fd, 17, SEEK_SET), EINVAL, "and none past it");
	CHECK_ERRNO(lseek(fd, -1, SEEK_SET), EINVAL, "or before its start");
	close(fd);
	fd = open(DEBUG "bytes", O_RDWR);
	CHECK_EQ(read(fd, got, 10), 0, "bytes that are not there yet");
	control("bytes hello");
	CHECK(pread(fd, got, 10, 1) == 4 && !memcmp(got, "ello", 4), "are there when the module has them");
	CHECK_EQ(lseek(fd, 0, SEEK_END), 5, "with an end that moves");
	CHECK_ERRNO(write(fd, "x", 1), EINVAL, "what is only shown is not written");
	close(fd);
	CHECK(holds(DEBUG "still", "still", 2), "bytes that cannot change need no lock");
}

static bool is_alive(pid_t child)
{
	usleep(300000);
	return waitpid(child, NULL, WNOHANG) == 0;
}

static int ended(pid_t child)
{
	int status = -1;

	waitpid(child, &status, 0);
	return status;
}

/* In a child: the status is the errno of what it does. */
static pid_t doing(const char *file, const char *command)
{
	pid_t child = fork();

	if (!child) {
		int fd, failed = command ? control(command) : (fd = open(file, O_RDONLY)) < 0 || read(fd, got, 100) < 0;

		_exit(failed ? errno : 0);
	}
	return child;
}

static void guests_go(void)
{
	static const char *const files[] = {"number", "rows", "block", "visit", "slow"};
	int open_files[5];
	bool refused = true;
	pid_t slow, leaver;

	for (int i = 0; i < 5; i++)
		open_files[i] = -1;
	CHECK_ERRNO(control("leave"), ENOENT, "nobody is there");
	CHECK_EQ(control("enter 5"), 0, "an object comes, with a directory of its own");
	CHECK(holds(GUEST "number", "5\n", 10) && holds(GUEST "block", "gust", 10), "which shows it");
	for (int i = 0; i < 5; i++) {
		char path[100];

		sprintf(path, GUEST "%s", files[i]);
		open_files[i] = open(path, O_RDONLY);
		if (i < 4)
			read(open_files[i], got, 3);
	}
	CHECK_EQ(control("leave"), 0, "it goes while its files are open");
	for (int i = 0; i < 5; i++) {
		refused = refused && read(open_files[i], got, 10) == -1 && errno == EIO;
		refused = refused && (lseek(open_files[i], 1, SEEK_SET) == -1);
	}
	CHECK(refused, "what is read then is EIO");
	CHECK_ERRNO(open(GUEST "number", O_RDONLY), ENOENT, "and the files are gone");
	CHECK_EQ(control("enter 6"), 0, "another can come by the same name");
	CHECK_ERRNO(read(open_files[0], got, 10), EIO, "and is not mistaken for the first");
	for (int i = 0; i < 5; i++)
		close(open_files[i]);

	slow = doing(GUEST "slow", NULL);
	CHECK_EQ(control("await"), 0, "somebody is in the middle of a read");
	leaver = doing(NULL, "leave");
	CHECK(is_alive(leaver), "then the object waits with going");
	kill(slow, SIGKILL);
	CHECK_EQ(ended(leaver), 0, "until the read is over");
	CHECK_EQ(WTERMSIG(ended(slow)), SIGKILL, "which was ended by a signal here");

	CHECK_EQ(control("enter 7"), 0, "a third");
	slow = doing(GUEST "slow", NULL);
	control("await");
	leaver = doing(NULL, "let");
	CHECK_EQ(ended(leaver), 0, "lets its reader finish");
	CHECK_EQ(ended(slow), 0, "who reads to the end");
	CHECK_EQ(control("leave"), 0, "and goes");
}

static void guests_come_and_go(void)
{
	static const char *const files[] = {"number", "rows", "block", "visit"};
	pid_t children[6];
	int bad = 0;

	for (int i = 0; i < 6; i++)
		if (!(children[i] = fork())) {
			srandom(i);
			for (time_t end = time(NULL) + 2; time(NULL) < end;) {
				char path[100];
				int fd;

				if (i < 2) {
					control(i ? "enter 1" : "leave");
					continue;
				}
				sprintf(path, GUEST "%s", files[random() % 4]);
				fd = open(path, O_RDWR);
				if (fd < 0 && errno != ENOENT && errno != EACCES)
					_exit(errno);
				for (int n = 0; fd >= 0 && n < 20; n++)
					if (read(fd, got, 5000) < 0 && errno != EIO)
						_exit(errno);
				close(fd);
			}
			_exit(0);
		}
	for (int i = 0; i < 6; i++) {
		int status = ended(children[i]);

		if (status)
			diag("child %d: status %x", i, status);
		bad += status != 0;
	}
	CHECK_EQ(bad, 0, "objects come and go under four readers: what is read is right, or EIO");
	control("leave");
}

static void maps_memory(void)
{
	int fd = open(PROC "memory", O_RDWR);
	char *first = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	char *second = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 4096);

	CHECK(first != MAP_FAILED && second != MAP_FAILED, "a file of /proc is mapped, as a whole and in part");
	first[4096] = 'm';
	CHECK_EQ(second[0], 'm', "what one mapping writes the other sees");
	CHECK_EQ(mprotect(first, 8192, PROT_READ) | mprotect(first, 8192, PROT_READ | PROT_WRITE), 0,
	         "a process takes its right to write and gives it back");
	first[4097] = 'n';
	CHECK_EQ(second[1], 'n', "and writes again");
	CHECK_ERRNO((long)mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 8192), EINVAL, "there is nothing behind the end");
	CHECK_EQ(lseek(fd, 0, SEEK_END), 8192, "the file has an end");
	CHECK_ERRNO(lseek(fd, 8193, SEEK_SET), EINVAL, "and nothing behind it");
	munmap(first, 8192);
	munmap(second, 4096);
	close(fd);
	fd = open(PROC "rows", O_RDONLY);
	CHECK_ERRNO((long)mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0), EIO,
	            "a file that is not to be mapped is not");
	close(fd);
}

/* Maps a file; after SIGUSR1, when the module is gone, uses the memory. */
static int hold(void)
{
	int fd = open(PROC "memory", O_RDWR), signal;
	char *at = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	sigset_t wanted;

	if (at == MAP_FAILED)
		return 1;
	sigemptyset(&wanted);
	sigaddset(&wanted, SIGUSR1);
	sigprocmask(SIG_BLOCK, &wanted, NULL);
	strcpy(at, "kept");
	(void)!write(1, "held\n", 5);
	sigwait(&wanted, &signal);
	if (strcmp(at, "kept") || mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0) != MAP_FAILED)
		return 2;
	memset(at, 'x', 8192);
	return at[8191] != 'x' || munmap(at, 8192) || close(fd) ? 3 : 0;
}

int main(int argc, char **argv __attribute__((unused)))
{
	if (argc > 1)
		return hold();
	shows_a_text();
	shows_rows();
	shows_long_rows();
	follows_changes();
	takes_commands();
	has_owners();
	has_values();
	has_blobs();
	guests_go();
	maps_memory();
	readers_and_writers();
	guests_come_and_go();
	return ktap_done();
}
