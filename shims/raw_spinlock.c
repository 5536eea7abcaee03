// SPDX-License-Identifier: GPL-2.0
#include <linux/spinlock.h>
#include "shim.h"

/* The macro takes the lock's name from its argument, and a class of its own for each place it is written in. */
KEEL_SHIM void keel_shim_raw_spin_lock_init(raw_spinlock_t *lock, const char *name, struct lock_class_key *key)
{
#ifdef CONFIG_DEBUG_SPINLOCK
	__raw_spin_lock_init(lock, name, key, LD_WAIT_SPIN);
#else
	raw_spin_lock_init(lock);
#endif
}

KEEL_SHIM void keel_shim_raw_spin_lock(raw_spinlock_t *lock) { raw_spin_lock(lock); }
KEEL_SHIM int keel_shim_raw_spin_trylock(raw_spinlock_t *lock) { return raw_spin_trylock(lock); }
KEEL_SHIM void keel_shim_raw_spin_unlock(raw_spinlock_t *lock) { raw_spin_unlock(lock); }

KEEL_SHIM unsigned long keel_shim_raw_spin_lock_irqsave(raw_spinlock_t *lock)
{
	unsigned long flags;

	raw_spin_lock_irqsave(lock, flags);
	return flags;
}

KEEL_SHIM void keel_shim_raw_spin_unlock_irqrestore(raw_spinlock_t *lock, unsigned long flags)
{
	raw_spin_unlock_irqrestore(lock, flags);
}

KEEL_SHIM void keel_shim_raw_spin_lock_irq(raw_spinlock_t *lock) { raw_spin_lock_irq(lock); }
KEEL_SHIM void keel_shim_raw_spin_unlock_irq(raw_spinlock_t *lock) { raw_spin_unlock_irq(lock); }
KEEL_SHIM void keel_shim_raw_spin_lock_bh(raw_spinlock_t *lock) { raw_spin_lock_bh(lock); }
KEEL_SHIM int keel_shim_raw_spin_trylock_bh(raw_spinlock_t *lock) { return raw_spin_trylock_bh(lock); }
KEEL_SHIM void keel_shim_raw_spin_unlock_bh(raw_spinlock_t *lock) { raw_spin_unlock_bh(lock); }

KEEL_SHIM void keel_shim_raw_spin_lock_nested(raw_spinlock_t *lock, unsigned int level)
{
	raw_spin_lock_nested(lock, level);
}

KEEL_SHIM int keel_shim_raw_spin_trylock_irqsave(raw_spinlock_t *lock, unsigned long *flags)
{
	return raw_spin_trylock_irqsave(lock, *flags);
}
