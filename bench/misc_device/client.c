// SPDX-License-Identifier: GPL-2.0
/*
 * Counts what each operation of a misc device costs, in guest instructions.
 *
 * usage: client DEVICE
 */
#include "measure.h"

#define HELLO _IO('|', 0x80)
#define GET_VALUE _IOR('|', 0x81, int)
#define SET_VALUE _IOW('|', 0x82, int)

/* What is measured must work. */
static void try_out(int fd)
{
	char text[64], got[4096];
	int value = 42;

	memset(text, 'x', sizeof(text));
	REQUIRE(!ioctl(fd, SET_VALUE, &value), "SET works");
	value = 0;
	REQUIRE(!ioctl(fd, GET_VALUE, &value) && value == 42, "GET gives what SET took");
	REQUIRE(!ioctl(fd, HELLO, 0), "HELLO works");
	REQUIRE(write(fd, text, sizeof(text)) == sizeof(text), "a write takes all it is given");
	REQUIRE(pread(fd, got, sizeof(got), 0) == sizeof(text) && !memcmp(got, text, sizeof(text)),
	        "what is read is what was written");
	REQUIRE(ioctl(fd, 0xdead, 0) == -1 && errno == ENOTTY, "an ioctl that does not exist is refused");
}

int main(int argc, char **argv)
{
	static char text[4096];
	const char *device = argc > 1 ? argv[1] : "";
	int fd = open(device, O_RDWR), value = 0;

	REQUIRE(fd >= 0, "the device opens");
	try_out(fd);
	MEASURE("getppid", 500, syscall(SYS_getppid));
	MEASURE("ioctl-none", 500, ioctl(fd, HELLO, 0));
	MEASURE("ioctl-set", 500, ioctl(fd, SET_VALUE, &value));
	MEASURE("ioctl-get", 500, ioctl(fd, GET_VALUE, &value));
	MEASURE("write-64", 500, (void)!write(fd, text, 64));
	MEASURE("pread-64", 500, (void)!pread(fd, text, 64, 0));
	MEASURE("open-close", 100, {
		int again = open(device, O_RDWR);
		close(again);
	});
	return ktap_done();
}
