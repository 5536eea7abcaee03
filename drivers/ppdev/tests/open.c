// SPDX-License-Identifier: GPL-2.0
#include "ktap.h"
#include <fcntl.h>
#include <linux/ppdev.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static long unload(void) { return syscall(SYS_delete_module, "ppdev", O_NONBLOCK); }

int main(void)
{
	int fd = open("/dev/parport0", O_RDWR), other;

	REQUIRE(fd >= 0, "the device opens");
	CHECK_ERRNO(unload(), EWOULDBLOCK, "unloading is refused while it is open");
	CHECK_EQ(ioctl(fd, PPCLAIM), 0, "the port can be claimed after that");
	CHECK_ERRNO(unload(), EWOULDBLOCK, "unloading is refused while it is claimed");
	other = open("/dev/parport0", O_RDWR);
	REQUIRE(other >= 0, "the device opens a second time");
	CHECK_EQ(close(fd), 0, "the first one closes, with the port claimed");
	CHECK_ERRNO(unload(), EWOULDBLOCK, "unloading is refused while the second one is open");
	CHECK_EQ(ioctl(other, PPCLAIM), 0, "the second one claims the port");
	CHECK_EQ(ioctl(other, PPRELEASE), 0, "and releases it");
	CHECK_ERRNO(unload(), EWOULDBLOCK, "unloading is refused while it was claimed before");
	CHECK_EQ(close(other), 0, "it closes");
	return ktap_done();
}
