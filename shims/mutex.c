// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include "shim.h"

/* Functions, or macros over the _nested functions where lockdep is on. */
KEEL_SHIM void keel_shim_mutex_lock(struct mutex *lock) { mutex_lock(lock); }
KEEL_SHIM int keel_shim_mutex_lock_interruptible(struct mutex *lock) { return mutex_lock_interruptible(lock); }
KEEL_SHIM int keel_shim_mutex_lock_killable(struct mutex *lock) { return mutex_lock_killable(lock); }
KEEL_SHIM void keel_shim_mutex_lock_nested(struct mutex *lock, unsigned int level) { mutex_lock_nested(lock, level); }
KEEL_SHIM int keel_shim_mutex_trylock(struct mutex *lock) { return mutex_trylock(lock); }
