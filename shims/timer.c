// SPDX-License-Identifier: GPL-2.0
#include <linux/hrtimer.h>
#include <linux/timer.h>
#include <linux/version.h>
#include "shim.h"

KEEL_SHIM void keel_shim_init_timer(struct timer_list *timer, void (*run)(struct timer_list *), unsigned int flags,
                                    const char *name, struct lock_class_key *key)
{
#ifdef __timer_init
	timer_init_key(timer, run, flags, name, key);
#else
	init_timer_key(timer, run, flags, name, key);
#endif
}

/* Before 6.13 the function was a member to be set. */
KEEL_SHIM void keel_shim_hrtimer_setup(struct hrtimer *timer, enum hrtimer_restart (*run)(struct hrtimer *),
                                       clockid_t clock, enum hrtimer_mode mode)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 13, 0)
	hrtimer_init(timer, clock, mode);
	timer->function = run;
#else
	hrtimer_setup(timer, run, clock, mode);
#endif
}

/* Under a name that a C library does not have, too. */
KEEL_SHIM int keel_shim_disarm_timer(struct timer_list *timer) { return timer_delete(timer); }
