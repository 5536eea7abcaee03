// SPDX-License-Identifier: GPL-2.0
/* Maps the ring, closes the descriptor, says so, and waits for a signal. */
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void)
{
	int fd = open("/dev/keel-mmap-ring", O_RDWR);
	volatile unsigned *header = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0);

	if (header == MAP_FAILED || header[2] != 65536)
		return 1;
	close(fd);
	close(open("mapped.ready", O_CREAT | O_WRONLY, 0600));
	pause();
	return 0;
}
