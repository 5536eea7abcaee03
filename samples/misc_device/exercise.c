// SPDX-License-Identifier: GPL-2.0
/* Uses the misc device as the program documented for rust_misc_device does, and then as programs should not. */
#define _GNU_SOURCE
#include "ktap.h"
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define DEVICE "/dev/rust-misc-device"
#define FAIL _IO('|', 0)
#define HELLO _IO('|', 0x80)
#define GET_VALUE _IOR('|', 0x81, int)
#define SET_VALUE _IOW('|', 0x82, int)

/* Volatile, or the compiler knows it, too. */
static void *volatile nowhere = (void *)16;

static int open_device(void)
{
	int fd = open(DEVICE, O_RDWR);

	REQUIRE(fd >= 0, "the device opens");
	return fd;
}

static void counts(void)
{
	int fd = open_device(), value = -1;

	CHECK_ERRNO(ioctl(fd, FAIL, NULL), ENOTTY, "an ioctl that does not exist is refused");
	CHECK_EQ(ioctl(fd, HELLO, NULL), 0, "HELLO works");
	CHECK_EQ(ioctl(fd, GET_VALUE, &value), 0, "GET works");
	CHECK_EQ(value, 0, "the value starts at 0");
	value = 123456;
	CHECK_EQ(ioctl(fd, SET_VALUE, &value), 0, "SET works");
	value = 0;
	CHECK_EQ(ioctl(fd, GET_VALUE, &value), 0, "GET works after SET");
	CHECK_EQ(value, 123456, "GET gives what SET took");
	CHECK_ERRNO(ioctl(fd, SET_VALUE, nowhere), EFAULT, "SET from nowhere is refused");
	CHECK_ERRNO(ioctl(fd, GET_VALUE, nowhere), EFAULT, "GET to nowhere is refused");
	value = 0;
	ioctl(fd, GET_VALUE, &value);
	CHECK_EQ(value, 123456, "a refused SET leaves the value as it was");
	CHECK_ERRNO(ioctl(fd, _IOR('|', 0x81, char[64]), &value), ENOTTY, "GET of another size is another command");
	close(fd);
}

static void keeps_text(void)
{
	static char big[100000], got[100000];
	int fd = open_device();

	CHECK_EQ(read(fd, got, sizeof(got)), 0, "there is no text at first");
	CHECK_EQ(write(fd, "Hello, device", 13), 13, "a write takes all it is given");
	CHECK_EQ(pread(fd, got, sizeof(got), 0), 13, "a read gives all there is");
	CHECK(!memcmp(got, "Hello, device", 13), "what is read is what was written");
	CHECK_EQ(pread(fd, got, 6, 7), 6, "a read from an offset works");
	CHECK(!memcmp(got, "device", 6), "a read from an offset gives what is there");
	CHECK_ERRNO(write(fd, nowhere, 64), EFAULT, "a write from nowhere is refused");
	CHECK_EQ(pread(fd, got, sizeof(got), 0), 13, "a refused write leaves the text as it was");
	memset(big, 'b', sizeof(big));
	CHECK_EQ(write(fd, big, sizeof(big)), sizeof(big), "a large text is kept");
	CHECK_EQ(pread(fd, got, sizeof(got), 0), sizeof(got), "a large text is read back");
	CHECK(!memcmp(got, big, sizeof(big)), "a large text is read back whole");
	close(fd);
}

static void is_for_vectors_and_pipes(void)
{
	char first[5], second[32];
	struct iovec out[] = {{"Hello, ", 7}, {"pieces", 6}}, in[] = {{first, 5}, {second, 32}}, bad = {nowhere, 8};
	int fd = open_device(), ends[2];

	REQUIRE(!pipe(ends), "there is a pipe");
	CHECK_EQ(writev(fd, out, 2), 13, "writev takes all pieces");
	CHECK_EQ(readv(fd, in, 2), 13, "readv gives them, from the start");
	CHECK(!memcmp(first, "Hello", 5) && !memcmp(second, ", pieces", 8), "each piece has its bytes");
	CHECK_ERRNO(writev(fd, &bad, 1), EFAULT, "a piece from nowhere is refused");
	CHECK_ERRNO(preadv(fd, &bad, 1, 0), EFAULT, "so is one to nowhere");
	CHECK_EQ(write(ends[1], "by pipe", 7), 7, "a pipe is filled");
	CHECK_EQ(splice(ends[0], NULL, fd, NULL, 7, 0), 7, "a pipe is spliced to the device");
	CHECK_EQ(sendfile(ends[1], fd, NULL, 100), 7, "and the device to a pipe");
	CHECK_EQ(read(ends[0], second, sizeof(second)), 7, "all of it");
	CHECK(!memcmp(second, "by pipe", 7), "as it was");
	close(ends[0]);
	close(ends[1]);
	close(fd);
}

static void is_per_file(void)
{
	int a = open_device(), b = open_device(), value = 7;
	struct stat status;
	char got[8];

	ioctl(a, SET_VALUE, &value);
	ioctl(b, GET_VALUE, &value);
	CHECK_EQ(value, 0, "another open file has a value of its own");
	(void)!write(a, "mine", 4);
	CHECK_EQ(read(b, got, sizeof(got)), 0, "another open file has a text of its own");
	CHECK_EQ(fstat(a, &status), 0, "the node can be looked at");
	CHECK_EQ(status.st_mode & 0777, 0600, "the node is for root alone");
	close(a);
	close(b);
}

int main(void)
{
	counts();
	keeps_text();
	is_for_vectors_and_pipes();
	is_per_file();
	return ktap_done();
}
