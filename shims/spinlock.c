// SPDX-License-Identifier: GPL-2.0
#include <linux/spinlock.h>
#include "shim.h"

/* The macro takes the lock's name from its argument, and a class of its own for each place it is written in. */
KEEL_SHIM void keel_shim_spin_lock_init(spinlock_t *lock, const char *name, struct lock_class_key *key)
{
#ifdef CONFIG_DEBUG_SPINLOCK
	__raw_spin_lock_init(spinlock_check(lock), name, key, LD_WAIT_CONFIG);
#else
	spin_lock_init(lock);
#endif
}

KEEL_SHIM unsigned long keel_shim_spin_lock_irqsave(spinlock_t *lock)
{
	unsigned long flags;

	spin_lock_irqsave(lock, flags);
	return flags;
}

KEEL_SHIM void keel_shim_spin_lock_nested(spinlock_t *lock, unsigned int level) { spin_lock_nested(lock, level); }

KEEL_SHIM int keel_shim_spin_trylock_irqsave(spinlock_t *lock, unsigned long *flags)
{
	return spin_trylock_irqsave(lock, *flags);
}
KEEL_SHIM int keel_shim_spin_trylock_bh(spinlock_t *lock) { return spin_trylock_bh(lock); }
