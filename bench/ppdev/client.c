// SPDX-License-Identifier: GPL-2.0
/*
 * Counts what each operation of a parallel port costs, in guest instructions: see bench/misc_device/client.c.
 *
 * usage: client DEVICE
 */
#include "measure.h"
#include <linux/parport.h>
#include <linux/ppdev.h>
#include <poll.h>

int main(int argc, char **argv)
{
	static char bytes[1024];
	const char *device = argc > 1 ? argv[1] : "";
	int fd = open(device, O_RDWR), mode = IEEE1284_MODE_EPP;
	unsigned char byte = 0x5a, got = 0;
	struct pollfd p = {fd, POLLIN, 0};

	REQUIRE(fd >= 0, "the device opens");
	REQUIRE(!ioctl(fd, PPCLAIM), "the port is free");
	REQUIRE(!ioctl(fd, PPWDATA, &byte) && !ioctl(fd, PPRDATA, &got) && got == byte, "data are what was written");
	REQUIRE(!ioctl(fd, PPNEGOT, &mode), "the peripheral knows EPP");
	REQUIRE(write(fd, bytes, 7) == 7 && read(fd, bytes, 7) == 7, "transfers work");
	MEASURE("getppid", 500, syscall(SYS_getppid));
	MEASURE("PPWDATA", 500, ioctl(fd, PPWDATA, &byte));
	MEASURE("PPRDATA", 500, ioctl(fd, PPRDATA, &byte));
	MEASURE("PPRSTATUS", 500, ioctl(fd, PPRSTATUS, &byte));
	MEASURE("PPGETMODE", 500, ioctl(fd, PPGETMODE, &mode));
	MEASURE("PPCLRIRQ", 500, ioctl(fd, PPCLRIRQ, &mode));
	MEASURE("unknown", 500, ioctl(fd, 0x1234, &mode));
	MEASURE("poll", 500, poll(&p, 1, 0));
	MEASURE("write-7", 300, (void)!write(fd, bytes, 7));
	MEASURE("read-7", 300, (void)!read(fd, bytes, 7));
	MEASURE("open-close", 100, {
		int again = open(device, O_RDWR);
		close(again);
	});
	MEASURE("open-claim-close", 50, {
		int again;
		ioctl(fd, PPRELEASE);
		again = open(device, O_RDWR);
		ioctl(again, PPCLAIM);
		close(again);
		ioctl(fd, PPCLAIM);
	});
	return ktap_done();
}
