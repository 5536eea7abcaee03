// SPDX-License-Identifier: GPL-2.0
#include <linux/seqlock.h>
#include "shim.h"

/* The macro takes the lock's name from its argument, and a class of its own for each place it is written in. */
KEEL_SHIM void keel_shim_seqlock_init(seqlock_t *lock, const char *name, struct lock_class_key *key)
{
#ifdef CONFIG_DEBUG_SPINLOCK
	__raw_spin_lock_init(spinlock_check(&lock->lock), name, key, LD_WAIT_CONFIG);
#else
	spin_lock_init(&lock->lock);
#endif
	seqcount_spinlock_init(&lock->seqcount, &lock->lock);
}

KEEL_SHIM unsigned int keel_shim_read_seqbegin(const seqlock_t *lock) { return read_seqbegin(lock); }
KEEL_SHIM int keel_shim_read_seqretry(const seqlock_t *lock, unsigned int begun) { return read_seqretry(lock, begun); }

KEEL_SHIM unsigned long keel_shim_write_seqlock_irqsave(seqlock_t *lock)
{
	unsigned long flags;

	write_seqlock_irqsave(lock, flags);
	return flags;
}
