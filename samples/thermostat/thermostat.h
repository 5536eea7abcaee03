/* SPDX-License-Identifier: GPL-2.0 WITH Linux-syscall-note */
// clang-format Language: C
/* What programs say to /dev/keel-thermostat. Temperatures are in tenths of a degree. */
#ifndef KEEL_THERMOSTAT_H
#define KEEL_THERMOSTAT_H
#include <linux/ioctl.h>
#include <linux/types.h>

struct thermostat_range {
	__s32 low;  /* below: the heating goes on */
	__s32 high; /* above: it goes off */
};

struct thermostat_reading {
	__s32 temperature; /* in: what was measured; out: that, corrected */
	__u32 is_heating;  /* out: 1 or 0 */
	__u64 number;      /* out: how many there were before */
};

struct thermostat_total {
	long readings; /* another size in 32-bit programs */
	long switched; /* how many times the heating went on */
};

#define THERMOSTAT_RESET _IO('t', 0xa0)
#define THERMOSTAT_SET_RANGE _IOW('t', 0xa1, struct thermostat_range) /* EINVAL: low is above high */
#define THERMOSTAT_RANGE _IOR('t', 0xa2, struct thermostat_range)
#define THERMOSTAT_FEED _IOWR('t', 0xa3, struct thermostat_reading) /* ERANGE: nothing is as hot, or as cold */
#define THERMOSTAT_CORRECT _IO('t', 0xa4)                           /* argument: what to add. EINVAL: over 100 */
#define THERMOSTAT_TOTAL _IOR('t', 0xa5, struct thermostat_total)
#endif
