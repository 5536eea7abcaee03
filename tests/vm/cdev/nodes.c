// SPDX-License-Identifier: GPL-2.0
// usage: nodes DEVICE add|remove|read INDEX: prints what came of it
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	unsigned int minor = 0;
	int fd, got;

	if (argc < 3 || (fd = open(argv[1], O_RDONLY)) < 0) {
		printf("%d\n", argc < 3 ? EINVAL : errno);
		return 1;
	}
	if (!strcmp(argv[2], "read")) {
		got = read(fd, &minor, sizeof(minor)) == sizeof(minor) ? (int)minor : -1;
	} else {
		got = ioctl(fd, _IO('r', argv[2][0] == 'a' ? 1 : 2), atol(argv[3]));
		got = got < 0 ? errno : got;
		/* With the node gone, the file is still open, and works. */
		if (argv[2][0] == 'r' && read(fd, &minor, sizeof(minor)) != sizeof(minor))
			got = 999;
	}
	printf("%d\n", got);
	return 0;
}
