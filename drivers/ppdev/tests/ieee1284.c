// SPDX-License-Identifier: GPL-2.0
// libraries: ieee1284
/*
 * Uses a port as the programs do that are linked with Debian's libieee1284, and prints what came of it.
 *
 * usage: ieee1284 PORT [peripheral]       parport0; something is there that transfers in the modes of IEEE 1284
 */
#include <ieee1284.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>

/* The library was built against a C library that had this one for programs linked later, too. */
int __xstat(int version, const char *path, struct stat *info);
int __xstat(int version, const char *path, struct stat *info)
{
	(void)version;
	return stat(path, info);
}

static struct parport *port;

static void say(const char *what, long result) { printf("%s = %ld\n", what, result); }

/* How many use the driver: only what goes through it counts. */
static void say_users(const char *when)
{
	char count[16] = "";
	FILE *file = fopen("/sys/module/ppdev/refcnt", "r");

	if (file && fgets(count, sizeof(count), file))
		printf("users of ppdev, %s: %s", when, count);
	if (file)
		fclose(file);
}

static struct parport *find(struct parport_list *all, const char *name)
{
	struct parport *found = NULL;

	say("find_ports", ieee1284_find_ports(all, 0));
	for (int i = 0; i < all->portc; i++) {
		printf("port %s at %#lx by %s\n", all->portv[i]->name, all->portv[i]->base_addr,
		       all->portv[i]->filename ? all->portv[i]->filename : "none");
		if (!strcmp(all->portv[i]->name, name))
			found = all->portv[i];
	}
	return found;
}

static void pins(void)
{
	static const unsigned char bytes[] = {0x00, 0x55, 0xaa, 0xff};

	for (size_t i = 0; i < sizeof(bytes); i++) {
		ieee1284_write_data(port, bytes[i]);
		say("read_data", ieee1284_read_data(port));
	}
	say("read_status", ieee1284_read_status(port));
	say("read_control", ieee1284_read_control(port));
	ieee1284_write_control(port, C1284_NINIT | C1284_NAUTOFD);
	say("read_control", ieee1284_read_control(port));
	ieee1284_frob_control(port, C1284_NSELECTIN | C1284_NINIT, C1284_NINIT);
	say("read_control", ieee1284_read_control(port));
	say("data_dir", ieee1284_data_dir(port, 1));
	say("data_dir", ieee1284_data_dir(port, 0));
	say("wait_status", ieee1284_wait_status(port, S1284_NFAULT, S1284_NFAULT, &(struct timeval){0, 100000}));
	say("wait_status", ieee1284_wait_status(port, S1284_NFAULT, 0, &(struct timeval){0, 100000}));
}

static void transfers(void)
{
	static const int modes[] = {M1284_NIBBLE, M1284_BYTE,   M1284_ECP,
	                            M1284_EPP,    M1284_COMPAT, M1284_NIBBLE | M1284_FLAG_DEVICEID};
	char text[32];
	long got;

	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		printf("mode %#x\n", modes[i]);
		say("negotiate", ieee1284_negotiate(port, modes[i]));
		got = modes[i] == M1284_BYTE  ? ieee1284_byte_read(port, 0, text, 5)
		      : modes[i] == M1284_ECP ? ieee1284_ecp_read_data(port, 0, text, 5)
		      : modes[i] == M1284_EPP ? ieee1284_epp_read_data(port, 0, text, 5)
		                              : ieee1284_nibble_read(port, 0, text, 5);
		say("read", got);
		if (got > 0)
			printf("read %.*s\n", (int)got, text);
		if (modes[i] == M1284_EPP)
			say("epp_write_data", ieee1284_epp_write_data(port, 0, "epp", 3));
		if (modes[i] == M1284_ECP)
			say("ecp_write_data", ieee1284_ecp_write_data(port, 0, "ecp", 3));
		ieee1284_terminate(port);
	}
}

int main(int argc, char **argv)
{
	struct parport_list all;
	char id[64];
	int can = 0;

	if (argc < 2)
		return 2;
	setvbuf(stdout, NULL, _IOLBF, 0);
	port = find(&all, argv[1]);
	if (!port)
		return 1;
	say_users("before");
	if (argc > 2)
		say("get_deviceid", ieee1284_get_deviceid(port, -1, F1284_FRESH, id, sizeof(id)));
	say("open", ieee1284_open(port, 0, &can));
	printf("can: %#x\n", can);
	say_users("open");
	say("claim", ieee1284_claim(port));
	pins();
	ieee1284_set_timeout(port, &(struct timeval){1, 0});
	say("compat_write", ieee1284_compat_write(port, 0, "from libieee1284", 16));
	if (argc > 2)
		transfers();
	ieee1284_release(port);
	say("claim again", ieee1284_claim(port));
	ieee1284_release(port);
	say("close", ieee1284_close(port));
	say("open, exclusive", ieee1284_open(port, F1284_EXCL, &can));
	say("claim", ieee1284_claim(port));
	ieee1284_release(port);
	say("close", ieee1284_close(port));
	say_users("closed");
	ieee1284_free_ports(&all);
	return 0;
}
