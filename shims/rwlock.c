// SPDX-License-Identifier: GPL-2.0
#include <linux/spinlock.h>
#include "shim.h"

/* The macro takes the lock's name from its argument, and a class of its own for each place it is written in. */
KEEL_SHIM void keel_shim_rwlock_init(rwlock_t *lock, const char *name, struct lock_class_key *key)
{
#ifdef CONFIG_DEBUG_SPINLOCK
	__rwlock_init(lock, name, key);
#else
	rwlock_init(lock);
#endif
}

KEEL_SHIM void keel_shim_read_lock(rwlock_t *lock) { read_lock(lock); }
KEEL_SHIM int keel_shim_read_trylock(rwlock_t *lock) { return read_trylock(lock); }
KEEL_SHIM void keel_shim_read_unlock(rwlock_t *lock) { read_unlock(lock); }
KEEL_SHIM void keel_shim_write_lock(rwlock_t *lock) { write_lock(lock); }
KEEL_SHIM int keel_shim_write_trylock(rwlock_t *lock) { return write_trylock(lock); }
KEEL_SHIM void keel_shim_write_unlock(rwlock_t *lock) { write_unlock(lock); }

KEEL_SHIM unsigned long keel_shim_read_lock_irqsave(rwlock_t *lock)
{
	unsigned long flags;

	read_lock_irqsave(lock, flags);
	return flags;
}

KEEL_SHIM void keel_shim_read_unlock_irqrestore(rwlock_t *lock, unsigned long flags)
{
	read_unlock_irqrestore(lock, flags);
}

KEEL_SHIM unsigned long keel_shim_write_lock_irqsave(rwlock_t *lock)
{
	unsigned long flags;

	write_lock_irqsave(lock, flags);
	return flags;
}

KEEL_SHIM void keel_shim_write_unlock_irqrestore(rwlock_t *lock, unsigned long flags)
{
	write_unlock_irqrestore(lock, flags);
}

KEEL_SHIM void keel_shim_read_lock_irq(rwlock_t *lock) { read_lock_irq(lock); }
KEEL_SHIM void keel_shim_read_unlock_irq(rwlock_t *lock) { read_unlock_irq(lock); }
KEEL_SHIM void keel_shim_read_lock_bh(rwlock_t *lock) { read_lock_bh(lock); }
KEEL_SHIM void keel_shim_read_unlock_bh(rwlock_t *lock) { read_unlock_bh(lock); }
KEEL_SHIM void keel_shim_write_lock_irq(rwlock_t *lock) { write_lock_irq(lock); }
KEEL_SHIM void keel_shim_write_unlock_irq(rwlock_t *lock) { write_unlock_irq(lock); }
KEEL_SHIM void keel_shim_write_lock_bh(rwlock_t *lock) { write_lock_bh(lock); }
KEEL_SHIM void keel_shim_write_unlock_bh(rwlock_t *lock) { write_unlock_bh(lock); }

KEEL_SHIM int keel_shim_write_trylock_irqsave(rwlock_t *lock, unsigned long *flags)
{
	return write_trylock_irqsave(lock, *flags);
}
