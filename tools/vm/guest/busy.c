// SPDX-License-Identifier: GPL-2.0
/*
 * Tests that a loaded module cannot be unloaded while its device is open.
 *
 * usage: busy MODULE DEVICE
 */
#include "ktap.h"
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int fd;

	if (argc != 3) {
		fprintf(stderr, "usage: busy MODULE DEVICE\n");
		return 2;
	}
	fd = open(argv[2], O_RDWR);
	if (fd < 0 && errno == EACCES)
		fd = open(argv[2], O_RDONLY);
	REQUIRE(fd >= 0, "the device opens");
	CHECK_ERRNO(syscall(SYS_delete_module, argv[1], O_NONBLOCK), EWOULDBLOCK,
	            "unloading is refused while it is open");
	CHECK_EQ(close(fd), 0, "it closes");
	return ktap_done();
}
