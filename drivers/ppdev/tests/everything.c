// SPDX-License-Identifier: GPL-2.0
// bare: 64 32
/*
 * Does everything that can be done with /dev/parportN, and prints what came of it: so that two drivers can be compared.
 *
 * usage: everything DEVICE hardware|software
 */
#include "bare.h"
#include <linux/ioctl.h>
#include <linux/parport.h>
#include <linux/ppdev.h>

#define PPGETTIME32 _IOR('p', 0x95, int32_t[2])
#define PPSETTIME32 _IOW('p', 0x96, int32_t[2])
#define PPGETTIME64 _IOR('p', 0x95, int64_t[2])
#define PPSETTIME64 _IOW('p', 0x96, int64_t[2])

struct command {
	const char *name;
	unsigned nr;
	size_t size;
};

#define COMMAND(name, size) {#name, (unsigned)(name), size}
static const struct command commands[] = {
    COMMAND(PPSETMODE, 4),   COMMAND(PPRSTATUS, 1),   COMMAND(PPRCONTROL, 1),   COMMAND(PPWCONTROL, 1),
    COMMAND(PPFCONTROL, 2),  COMMAND(PPRDATA, 1),     COMMAND(PPWDATA, 1),      COMMAND(PPCLAIM, 0),
    COMMAND(PPRELEASE, 0),   COMMAND(PPYIELD, 0),     COMMAND(PPEXCL, 0),       COMMAND(PPDATADIR, 4),
    COMMAND(PPNEGOT, 4),     COMMAND(PPWCTLONIRQ, 1), COMMAND(PPCLRIRQ, 4),     COMMAND(PPSETPHASE, 4),
    COMMAND(PPGETTIME32, 8), COMMAND(PPSETTIME32, 8), COMMAND(PPGETTIME64, 16), COMMAND(PPSETTIME64, 16),
    COMMAND(PPGETMODES, 4),  COMMAND(PPGETMODE, 4),   COMMAND(PPGETPHASE, 4),   COMMAND(PPGETFLAGS, 4),
    COMMAND(PPSETFLAGS, 4),
};
#define COMMANDS (sizeof(commands) / sizeof(commands[0]))

static int fd;

static const struct command *find(unsigned nr)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (commands[i].nr == nr)
			return &commands[i];
	sys_exit(99);
	return 0;
}

static void result(long got)
{
	put_text(" = ");
	put_number(got);
	end_line();
}

/* One command with an argument, of which all bytes are shown before and after. */
static long with(unsigned nr, const void *argument)
{
	const struct command *c = find(nr);
	char bytes[24];
	long got;

	memset(bytes, 0xee, sizeof(bytes));
	memcpy(bytes, argument, c->size);
	put_text(c->name);
	put_text(" ");
	put_bytes(bytes, c->size);
	got = sys_ioctl(fd, nr, bytes);
	put_text(" -> ");
	put_bytes(bytes, sizeof(bytes));
	result(got);
	return got;
}

static long with_number(unsigned nr, int number) { return with(nr, &number); }
static long with_byte(unsigned nr, unsigned char byte) { return with(nr, &byte); }
static long plain(unsigned nr) { return with(nr, "\xee\xee\xee\xee\xee\xee\xee\xee\xee\xee\xee\xee\xee\xee\xee\xee"); }

static void frob(unsigned char mask, unsigned char value)
{
	struct ppdev_frob_struct f = {mask, value};

	with(PPFCONTROL, &f);
}

static void time32(int seconds, int micros)
{
	int32_t time[2] = {seconds, micros};

	with(PPSETTIME32, time);
	plain(PPGETTIME32);
	plain(PPGETTIME64);
}

static void time64(int64_t seconds, int64_t micros)
{
	int64_t time[2] = {seconds, micros};

	with(PPSETTIME64, time);
	plain(PPGETTIME32);
	plain(PPGETTIME64);
}

static void title(const char *text)
{
	put_text("-- ");
	put_text(text);
	end_line();
}

/* The state that a program can see. */
static void look(void)
{
	plain(PPGETMODE);
	plain(PPGETPHASE);
	plain(PPGETFLAGS);
	plain(PPGETMODES);
}

static void write_bytes(const char *bytes, size_t len)
{
	put_text("write ");
	put_number(len);
	result(sys_write(fd, bytes, len));
}

static void read_bytes(size_t len)
{
	static char bytes[3000];
	long got;

	memset(bytes, 0xee, sizeof(bytes));
	put_text("read ");
	put_number(len);
	got = sys_read(fd, bytes, len);
	if (got > 0) {
		put_text(" -> ");
		put_bytes(bytes, got < 40 ? got : 40);
	}
	result(got);
}

static void reopen(const char *device, int flags)
{
	sys_close(fd);
	fd = sys_open(device, flags);
	put_text("open");
	put_text(flags & O_NONBLOCK ? " O_NONBLOCK" : "");
	result(fd < 0 ? fd : 0);
}

/* Every command with pointers that are none, and some numbers that are no command. */
static void wrong(void)
{
	static const unsigned unknown[] = {0,
	                                   0x5401,
	                                   0x70ff,
	                                   _IO('p', 0x80),
	                                   _IOW('p', 0x8b, int),
	                                   PPRDATA + 1,
	                                   _IOW('p', 0x82, unsigned char),
	                                   0xffffffff,
	                                   _IOR('p', 0x95, char)};
	char *end = edge();

	for (size_t i = 0; i < COMMANDS; i++) {
		if (commands[i].nr == PPCLAIM || commands[i].nr == PPRELEASE || commands[i].nr == PPEXCL)
			continue;
		put_text(commands[i].name);
		put_text(" of nothing");
		result(sys_ioctl(fd, commands[i].nr, 0));
		put_text(commands[i].name);
		put_text(" of the kernel's memory");
		result(sys_ioctl(fd, commands[i].nr, (void *)-4096L));
		if (commands[i].size > 1) {
			put_text(commands[i].name);
			put_text(" of too little");
			result(sys_ioctl(fd, commands[i].nr, end - 1));
		}
	}
	for (size_t i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++) {
		put_text("unknown ");
		put_number(unknown[i]);
		result(sys_ioctl(fd, unknown[i], end - 256));
	}
	put_text("write of nothing");
	result(sys_write(fd, 0, 5));
	put_text("write of too little");
	result(sys_write(fd, end - 3, 5));
	put_text("lseek");
	result(sys_lseek(fd, 3, 0));
}

static void unclaimed(void)
{
	title("unclaimed");
	look();
	wrong();
	for (size_t i = 0; i < COMMANDS; i++)
		if (commands[i].nr != PPCLAIM && commands[i].nr != PPEXCL)
			plain(commands[i].nr);
	write_bytes("no", 2);
	write_bytes("", 0);
	read_bytes(4);
	read_bytes(0);
	look();
	with_number(PPSETFLAGS, -1);
	with_number(PPSETMODE, IEEE1284_MODE_COMPAT);
	with_number(PPSETPHASE, 5);
	look();
}

static void registers(void)
{
	static const unsigned char bytes[] = {0, 0x5a, 0xa5, 0xff, 1};

	title("registers");
	for (size_t i = 0; i < sizeof(bytes); i++) {
		with_byte(PPWDATA, bytes[i]);
		plain(PPRDATA);
	}
	plain(PPRSTATUS);
	plain(PPRCONTROL);
	with_byte(PPWCONTROL, 0x0c);
	plain(PPRCONTROL);
	frob(0x02, 0xff);
	plain(PPRCONTROL);
	frob(0x0e, 0x0c);
	plain(PPRCONTROL);
	with_number(PPDATADIR, 1);
	plain(PPRDATA);
	with_number(PPDATADIR, 0);
	with_number(PPDATADIR, 0x100);
	with_number(PPDATADIR, 0);
	plain(PPRDATA);
	plain(PPYIELD);
}

static void states(void)
{
	title("states");
	look();
	with_number(PPSETMODE, IEEE1284_MODE_BYTE);
	look();
	with_number(PPSETPHASE, 11);
	look();
	with_number(PPSETMODE, IEEE1284_MODE_ECP | IEEE1284_ADDR);
	look();
	with_number(PPSETMODE, IEEE1284_MODE_NIBBLE | IEEE1284_DEVICEID);
	plain(PPRELEASE);
	look();
	with_number(PPSETMODE, 12345);
	look();
	plain(PPCLAIM);
	look();
	with_number(PPSETMODE, IEEE1284_MODE_COMPAT);
	with_number(PPSETFLAGS, PP_FASTREAD | PP_W91284PIC);
	look();
	with_number(PPSETFLAGS, 0);
	plain(PPRELEASE);
	plain(PPRELEASE);
	plain(PPYIELD);
	plain(PPCLAIM);
	plain(PPCLAIM);
	plain(PPEXCL);
}

static void times(void)
{
	title("times");
	plain(PPGETTIME32);
	plain(PPGETTIME64);
	time32(0, 0);
	time32(1, 500000);
	time32(-1, 0);
	time32(0, -1);
	time32(0, 1000000);
	time32(0, 999999);
	time32(0x7fffffff, 1);
	time64(2, 1);
	time64(0, 0);
	time64(-1, 5);
	time64(5, -5);
	time64(1, 1000000);
	time64(1, 0x100000001LL);
	time64(0x100000000LL, 3);
	time64(0x7fffffffffffffffLL, 999999);
	time64(5, 0);
}

/* A byte to the peripheral, and the interrupt when it has taken it. */
static void pulse(void)
{
	frob(PARPORT_CONTROL_STROBE, PARPORT_CONTROL_STROBE);
	frob(PARPORT_CONTROL_STROBE, 0);
	sleep_ms(50);
}

static void poll_it(int ms)
{
	struct pollfd p = {fd, POLLIN | 4, 0};
	long got = sys_poll(&p, 1, ms);

	put_text("poll ");
	put_number(p.revents);
	result(got);
}

/* PPCLRIRQ after interrupts. How many they were depends on the host: late ones become one, and spurious ones arrive on
 * line 7, too. */
static void clear_interrupts(void)
{
	int got = -1;
	long result_of_it = sys_ioctl(fd, PPCLRIRQ, &got);

	put_text(got > 0 ? "PPCLRIRQ as it should be" : "PPCLRIRQ wrong");
	result(result_of_it);
}

static void interrupts(void)
{
	char *end = edge();
	int child, status;

	title("interrupts");
	/* How many there were until now depends on how they came. */
	with_byte(PPWCONTROL, PARPORT_CONTROL_INIT | PARPORT_CONTROL_SELECT);
	plain(PPRSTATUS);
	sleep_ms(100);
	sys_ioctl(fd, PPCLRIRQ, &status);
	poll_it(0);
	with_byte(PPWCONTROL, PARPORT_CONTROL_INIT | PARPORT_CONTROL_SELECT);
	with_byte(PPWDATA, 'i');
	pulse();
	poll_it(0);
	put_text("PPCLRIRQ of too little");
	result(sys_ioctl(fd, PPCLRIRQ, end - 3));
	poll_it(0);
	clear_interrupts();
	poll_it(0);
	pulse();
	pulse();
	pulse();
	clear_interrupts();
	with_byte(PPWCTLONIRQ, PARPORT_CONTROL_INIT | PARPORT_CONTROL_SELECT | PARPORT_CONTROL_AUTOFD);
	plain(PPRCONTROL);
	pulse();
	plain(PPRCONTROL);
	with_byte(PPWCONTROL, PARPORT_CONTROL_INIT | PARPORT_CONTROL_SELECT);
	pulse();
	plain(PPRCONTROL);
	clear_interrupts();
	child = sys_fork();
	if (child == 0) {
		struct ppdev_frob_struct f = {1, 1};

		sleep_ms(300);
		sys_ioctl(fd, PPFCONTROL, &f);
		f.val = 0;
		sys_ioctl(fd, PPFCONTROL, &f);
		sys_exit(0);
	}
	poll_it(10000);
	sys_wait(child, &status);
	clear_interrupts();
}

static void transfers(void)
{
	static const int modes[] = {IEEE1284_MODE_COMPAT,
	                            IEEE1284_MODE_NIBBLE,
	                            IEEE1284_MODE_BYTE,
	                            IEEE1284_MODE_EPP,
	                            IEEE1284_MODE_EPP | IEEE1284_ADDR,
	                            IEEE1284_MODE_ECP,
	                            IEEE1284_MODE_ECP | IEEE1284_ADDR,
	                            IEEE1284_MODE_ECPRLE,
	                            IEEE1284_MODE_EPPSL,
	                            IEEE1284_MODE_BECP,
	                            IEEE1284_MODE_NIBBLE | IEEE1284_DEVICEID,
	                            IEEE1284_MODE_BYTE | IEEE1284_DEVICEID,
	                            IEEE1284_MODE_ECP | IEEE1284_DEVICEID,
	                            IEEE1284_EXT_LINK | 1,
	                            0x7777,
	                            -1,
	                            IEEE1284_MODE_COMPAT};
	static const int flags[] = {0, PP_FASTWRITE | PP_FASTREAD, PP_W91284PIC, PP_FASTREAD | PP_W91284PIC};
	static char much[3000];

	memset(much, 'm', sizeof(much));
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		title("negotiate");
		with_number(PPNEGOT, modes[i]);
		look();
		for (size_t f = 0; f < sizeof(flags) / sizeof(flags[0]); f++) {
			if (f && (modes[i] & ~IEEE1284_ADDR) != IEEE1284_MODE_EPP)
				break;
			with_number(PPSETFLAGS, flags[f]);
			write_bytes("hello, peripheral", 17);
			read_bytes(1);
			read_bytes(30);
			read_bytes(2000);
			write_bytes(much, sizeof(much) / 100);
		}
		look();
		plain(PPRSTATUS);
	}
	with_number(PPSETFLAGS, 0);
	with_number(PPSETMODE, 0x7777);
	write_bytes("hello", 5);
	read_bytes(30);
	with_number(PPSETMODE, IEEE1284_MODE_COMPAT);
	write_bytes(much, 2500);
	look();
}

/* Two who want the port: the second one's claim waits until the first is gone. */
static void competition(const char *device)
{
	int child, status = 0;

	title("competition");
	reopen(device, O_RDWR);
	plain(PPCLAIM);
	child = sys_fork();
	if (child == 0) {
		sys_close(fd);
		fd = sys_open(device, O_RDWR);
		put_text("the other: ");
		plain(PPCLAIM);
		put_text("the other: ");
		with_byte(PPWDATA, 0x77);
		put_text("the other: ");
		plain(PPRDATA);
		sys_exit(0);
	}
	sleep_ms(500);
	put_text("closing");
	end_line();
	sys_close(fd);
	sys_wait(child, &status);
	put_text("the other ended");
	result(status);
	fd = sys_open(device, O_RDWR);
	plain(PPCLAIM);
	child = sys_fork();
	if (child == 0) {
		sys_close(fd);
		fd = sys_open(device, O_RDWR);
		put_text("the other: ");
		plain(PPCLAIM);
		sys_exit(0);
	}
	sleep_ms(300);
	sys_kill(child, SIGKILL);
	sys_wait(child, &status);
	put_text("the other was killed");
	result(status);
	plain(PPRDATA);
}

static void exclusive(const char *device)
{
	int first;

	title("exclusive");
	reopen(device, O_RDWR);
	plain(PPEXCL);
	plain(PPEXCL);
	plain(PPCLAIM);
	plain(PPEXCL);
	first = fd;
	fd = sys_open(device, O_RDWR);
	plain(PPCLAIM);
	plain(PPGETMODES);
	sys_close(fd);
	fd = first;
	plain(PPRELEASE);
	fd = sys_open(device, O_RDWR);
	plain(PPCLAIM);
	sys_close(first);
	plain(PPEXCL);
	plain(PPCLAIM);
	first = fd;
	fd = sys_open(device, O_RDWR);
	plain(PPEXCL);
	plain(PPCLAIM);
	sys_close(first);
}

/* What a close leaves behind, seen by who comes next. */
static void leftovers(const char *device)
{
	static const int modes[] = {IEEE1284_MODE_BYTE, IEEE1284_MODE_EPP, IEEE1284_MODE_ECP};

	title("leftovers");
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		reopen(device, O_RDWR);
		plain(PPCLAIM);
		with_number(PPNEGOT, modes[i]);
		reopen(device, O_RDWR);
		plain(PPCLAIM);
		look();
		with_number(PPNEGOT, modes[i]);
		plain(PPRELEASE);
		reopen(device, O_RDWR);
		plain(PPCLAIM);
		look();
	}
}

static void not_waiting(const char *device)
{
	title("not waiting");
	reopen(device, O_RDWR | O_NONBLOCK);
	plain(PPCLAIM);
	write_bytes("non-blocking", 12);
	read_bytes(10);
	read_bytes(10);
	read_bytes(10);
	with_number(PPNEGOT, IEEE1284_MODE_COMPAT);
	plain(PPGETTIME64);
}

int run(int argc, char **argv)
{
	const char *device;
	int is_hardware;

	if (argc < 3)
		return 2;
	device = argv[1];
	is_hardware = argv[2][0] == 'h';
	fd = sys_open("/dev/null", O_RDWR);
	reopen(device, O_RDWR);
	unclaimed();
	reopen(device, O_RDWR);
	title("claimed");
	plain(PPCLAIM);
	look();
	wrong();
	registers();
	states();
	times();
	if (is_hardware)
		interrupts();
	transfers();
	competition(device);
	exclusive(device);
	leftovers(device);
	not_waiting(device);
	title("a port that is not there");
	reopen("/dev/parport-none", O_RDWR);
	if (fd >= 0) {
		look();
		plain(PPCLAIM);
		plain(PPRDATA);
	}
	reopen("/dev/parport-far", O_RDWR);
	return 0;
}
