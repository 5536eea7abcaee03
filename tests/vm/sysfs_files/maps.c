// SPDX-License-Identifier: GPL-2.0
/* Maps the files of bin_maps.ko as processes do, and as they should not; looks there when the files are gone. */
#define _GNU_SOURCE
#include "ktap.h"
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define FOLDER "/sys/kernel/keel-maps/"
#define THERE "/sys/module/bin_maps/control/there"
#define PAGE 4096
#define SIZE (4 * PAGE)

static sigjmp_buf lost;

static void on_loss(int signal)
{
	(void)signal;
	siglongjmp(lost, 1);
}

/* The byte at `at`, or -1 if that is a bus error. */
static int peek(const volatile char *at) { return sigsetjmp(lost, 1) ? -1 : (unsigned char)*at; }

static int poke(volatile char *at, char value)
{
	if (sigsetjmp(lost, 1))
		return -1;
	*at = value;
	return 0;
}

static int put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY), error;

	if (fd < 0)
		return errno;
	error = write(fd, text, strlen(text)) < 0 ? errno : 0;
	close(fd);
	return error;
}

/* Maps a file of the folder; MAP_FAILED with errno if that fails. */
static char *map(const char *name, int mode, int protection, int flags, size_t len, off_t from)
{
	char path[100];
	int fd, error;
	char *at;

	snprintf(path, sizeof(path), FOLDER "%s", name);
	fd = open(path, mode);
	if (fd < 0)
		return MAP_FAILED;
	at = mmap(NULL, len, protection, flags, fd, from);
	error = errno;
	close(fd);
	errno = error;
	return at;
}

static char *map_all(const char *name) { return map(name, O_RDWR, PROT_READ | PROT_WRITE, MAP_SHARED, SIZE, 0); }

static unsigned mode_of(const char *path)
{
	struct stat status;

	return stat(path, &status) ? 0 : status.st_mode & 07777;
}

static void memory_is_shared(void)
{
	int fd = open(FOLDER "buffer", O_RDWR);
	char *first = map_all("buffer"), *second = map("buffer", O_RDONLY, PROT_READ, MAP_SHARED, PAGE, 2 * PAGE);
	char got[4] = "";

	REQUIRE(first != MAP_FAILED && second != MAP_FAILED, "a file is mapped twice, as a whole and in part");
	CHECK_EQ(first[0], 0, "its memory is zeroes at first");
	first[2 * PAGE + 5] = 'x';
	CHECK_EQ(second[5], 'x', "what one mapping writes the other sees");
	CHECK(pread(fd, got, 1, 2 * PAGE + 5) == 1 && *got == 'x', "and who reads the file");
	CHECK_EQ(pwrite(fd, "yz", 2, 2 * PAGE + 5), 2, "who writes to the file");
	CHECK(second[5] == 'y' && first[2 * PAGE + 6] == 'z', "is seen by both");
	CHECK_EQ(mprotect(first, SIZE, PROT_READ), 0, "a process takes its own right to write");
	CHECK_EQ(mprotect(first, SIZE, PROT_READ | PROT_WRITE), 0, "and gives it back");
	first[7] = 'w';
	CHECK_EQ(peek(first + 7), 'w', "and writes again");
	munmap(second, PAGE);
	munmap(first, SIZE);
	first = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, 0);
	second = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, 0);
	CHECK(first != MAP_FAILED && second != MAP_FAILED, "one open file can be mapped twice");
	CHECK(first[7] == 'w' && second[7] == 'w', "and both see the same");
	munmap(second, PAGE);
	munmap(first, PAGE);
	close(fd);
}

static void private_ones_are_copies(void)
{
	char *shared = map_all("pages"), *copy = map("pages", O_RDONLY, PROT_READ | PROT_WRITE, MAP_PRIVATE, SIZE, 0);

	REQUIRE(shared != MAP_FAILED && copy != MAP_FAILED, "a file is mapped for oneself, too");
	shared[0] = 'a';
	CHECK_EQ(copy[0], 'a', "until it is written it is what is there");
	copy[0] = 'b';
	CHECK(shared[0] == 'a' && copy[0] == 'b', "then it is a copy");
	munmap(copy, SIZE);
	munmap(shared, SIZE);
}

static void refusals(void)
{
	static const struct {
		const char *name;
		int mode, protection, flags, error;
		size_t len, from;
		const char *sentence;
	} cases[] = {
	    {"buffer", O_RDWR, PROT_READ, MAP_SHARED, EINVAL, SIZE + PAGE, 0, "more than there is"},
	    {"buffer", O_RDWR, PROT_READ, MAP_SHARED, EINVAL, PAGE, SIZE, "what is behind the end"},
	    {"pages", O_RDWR, PROT_READ, MAP_SHARED, EINVAL, SIZE, PAGE, "what goes past the end"},
	    {"buffer", O_RDONLY, PROT_READ | PROT_WRITE, MAP_SHARED, EACCES, PAGE, 0,
	     "writing what is open for reading"},
	    {"shown", O_RDWR, PROT_READ, MAP_SHARED, EACCES, PAGE, 0, "opening for writing what is only shown"},
	    {"writable", O_RDWR, PROT_READ | PROT_WRITE, MAP_SHARED, EACCES, PAGE, 0,
	     "writing where the driver denies it"},
	    {"shown", O_RDONLY, PROT_READ, MAP_PRIVATE, EINVAL, PAGE, 0, "a copy where the driver wants none"},
	    {"buffer", O_RDONLY, PROT_READ | PROT_EXEC, MAP_SHARED, EPERM, PAGE, 0, "executing what is in /sys"},
	    {"late", O_RDONLY, PROT_READ, MAP_SHARED, EIO, PAGE, 0, "what the driver refuses after it mapped it"},
	    {"twice", O_RDONLY, PROT_READ, MAP_SHARED, EBUSY, PAGE, 0, "what gets two contents"},
	};

	for (unsigned i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *at =
		    map(cases[i].name, cases[i].mode, cases[i].protection, cases[i].flags, cases[i].len, cases[i].from);
		int error = at == MAP_FAILED ? errno : 0;
		char sentence[120];

		snprintf(sentence, sizeof(sentence), "refused: %s", cases[i].sentence);
		CHECK_EQ(error, cases[i].error, sentence);
	}
	CHECK_EQ(mode_of(FOLDER "buffer"), 0644, "what is read, written and mapped has mode 0644");
	CHECK_EQ(mode_of(FOLDER "shown"), 0444, "what is only mapped has mode 0444");
	CHECK_EQ(mode_of(FOLDER "pages"), 0600, "a mode that is given is taken");
}

static void rights_stay(void)
{
	char *at = map("shown", O_RDONLY, PROT_READ, MAP_SHARED, SIZE, 0);
	char *nothing = map("nothing", O_RDONLY, PROT_READ, MAP_SHARED, SIZE, 0);
	int waited;
	pid_t child;

	REQUIRE(at != MAP_FAILED && nothing != MAP_FAILED, "what is only shown is mapped");
	CHECK_ERRNO(mprotect(at, SIZE, PROT_READ | PROT_WRITE), EACCES, "it cannot be made writable");
	CHECK_ERRNO(mprotect(at, SIZE, PROT_READ | PROT_EXEC), EACCES, "nor executable");
	CHECK_ERRNO(mremap(at, SIZE, SIZE + PAGE, MREMAP_MAYMOVE), EFAULT, "nor larger");
	child = fork();
	if (!child) {
		signal(SIGSEGV, on_loss);
		signal(SIGBUS, SIG_DFL);
		_exit(peek(at) == -1 ? 0 : 1);
	}
	waitpid(child, &waited, 0);
	CHECK_EQ(waited, 0, "a child does not get what the driver keeps from it");
	CHECK_EQ(madvise(at, PAGE, MADV_DONTNEED), 0, "a process gives a page back");
	CHECK(peek(at) == -1 && peek(at + PAGE) >= 0, "it is gone for this mapping, and only it");
	CHECK_EQ(peek(nothing), -1, "where the driver mapped nothing is nothing");
	munmap(at, SIZE);
	munmap(nothing, SIZE);
}

static void the_file_goes(void)
{
	char *at = map_all("buffer"), *pages = map_all("pages");
	char *copy = map("pages", O_RDONLY, PROT_READ | PROT_WRITE, MAP_PRIVATE, SIZE, 0), *moved;
	int pipes[2], looked[2], go[2], waited, fd = open(FOLDER "pages", O_RDWR);
	struct iovec page = {.iov_base = pages + PAGE, .iov_len = PAGE};
	char got[PAGE] = "";
	pid_t child;

	REQUIRE(at != MAP_FAILED && pages != MAP_FAILED && copy != MAP_FAILED && !pipe(pipes) && !pipe(looked) &&
	            !pipe(go),
	        "files are mapped");
	at[0] = 'k';
	pages[PAGE] = 'p';
	copy[0] = 'c';
	moved = mremap(at, SIZE, SIZE, MREMAP_MAYMOVE | MREMAP_FIXED, at + 64 * PAGE);
	CHECK(moved == at + 64 * PAGE && peek(moved) == 'k', "one is moved");
	CHECK_EQ(vmsplice(pipes[1], &page, 1, 0), PAGE, "a page is on its way through a pipe");
	child = fork();
	if (!child) {
		bool had = peek(moved) == 'k';

		(void)!write(looked[1], "x", 1);
		(void)!read(go[0], got, 1);
		_exit(had && peek(moved) == -1 && peek(pages) == -1 ? 0 : 1);
	}
	(void)!read(looked[0], got, 1);
	CHECK_EQ(put(THERE, "0"), 0, "the files go while they are mapped, by several");
	(void)!write(go[1], "x", 1);
	waitpid(child, &waited, 0);
	CHECK_EQ(waited, 0, "a child of before has lost them");
	CHECK(peek(moved) == -1 && peek(pages) == -1 && poke(pages, 1) == -1, "and so has the parent");
	CHECK_EQ(peek(copy), -1, "a copy is gone, too");
	CHECK_ERRNO((long)mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, 0), ENODEV,
	            "what is still open cannot be mapped any more");
	CHECK(read(pipes[0], got, PAGE) == PAGE && *got == 'p', "what was in the pipe is still there");
	CHECK_EQ(put(THERE, "1"), 0, "the files come again");
	CHECK_EQ(peek(moved), -1, "an old mapping is not one of the new files");
	CHECK_EQ(munmap(moved, SIZE) | munmap(pages, SIZE) | munmap(copy, SIZE), 0, "and can be unmapped");
	pages = map_all("pages");
	CHECK_EQ(peek(pages + PAGE), 0, "the new ones are zeroes");
	munmap(pages, SIZE);
	close(fd);
}

/* Maps, looks and writes, for a while; a bus error is no error. */
static int touch(int seconds)
{
	static const char *const names[] = {"buffer", "pages", "shown", "some", "late"};
	unsigned looked = 0;

	srandom(getpid());
	for (time_t end = time(NULL) + seconds; time(NULL) < end;) {
		const char *name = names[random() % 5];
		bool writes = random() % 2;
		char *at = map(name, writes ? O_RDWR : O_RDONLY, writes ? PROT_READ | PROT_WRITE : PROT_READ,
		               MAP_SHARED, PAGE * (1 + random() % 2), PAGE * (random() % 2));

		if (at == MAP_FAILED) {
			if (errno != ENOENT && errno != ENODEV && errno != EACCES && errno != EIO)
				return errno;
			continue;
		}
		for (int i = 0; i < 5; i++)
			looked += writes ? poke(at + random() % PAGE, 1) == 0 : peek(at + random() % PAGE) >= 0;
		munmap(at, 2 * PAGE);
	}
	return looked ? 0 : 1;
}

static void storm(void)
{
	pid_t children[4];
	int bad = 0, failed = 0, waited;

	for (int i = 0; i < 4; i++)
		if (!(children[i] = fork()))
			_exit(touch(4));
	for (int running = 4; running;) {
		failed += put(THERE, "0") != 0;
		failed += put(THERE, "1") != 0;
		usleep(1000);
		while (running && waitpid(-1, &waited, WNOHANG) > 0) {
			bad += waited != 0;
			running--;
		}
	}
	CHECK_EQ(failed, 0, "files come and go while they are mapped");
	CHECK_EQ(bad, 0, "who mapped them sees their memory, or a bus error");
}

/* Maps a file and takes a page from it; after SIGUSR1, when the module is gone, looks at both. */
static int hold(void)
{
	char *at = map_all("pages"), got[PAGE] = "";
	struct iovec page = {.iov_base = at, .iov_len = PAGE};
	sigset_t wanted;
	int pipes[2], signal;

	if (at == MAP_FAILED || pipe(pipes))
		return 1;
	sigemptyset(&wanted);
	sigaddset(&wanted, SIGUSR1);
	sigprocmask(SIG_BLOCK, &wanted, NULL);
	at[9] = 'h';
	if (vmsplice(pipes[1], &page, 1, 0) != PAGE)
		return 2;
	(void)!write(1, "held\n", 5);
	sigwait(&wanted, &signal);
	if (peek(at) != -1 || read(pipes[0], got, PAGE) != PAGE || got[9] != 'h')
		return 3;
	return munmap(at, SIZE) ? 4 : 0;
}

int main(int argc, char **argv)
{
	struct sigaction action = {.sa_handler = on_loss};

	sigaction(SIGBUS, &action, NULL);
	if (argc > 1)
		return !strcmp(argv[1], "hold") ? hold() : touch(1);
	REQUIRE(!put(THERE, "1"), "there are files to map");
	memory_is_shared();
	private_ones_are_copies();
	refusals();
	rights_stay();
	the_file_goes();
	storm();
	CHECK_EQ(put(THERE, "0"), 0, "the files go");
	return ktap_done();
}
