// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include "shim.h"

/* Functions, or macros over the _nested functions where lockdep is on. */
KEEL_SHIM void keel_shim_mutex_lock(struct mutex *lock) { mutex_lock(lock); }
KEEL_SHIM int keel_shim_mutex_lock_interruptible(struct mutex *lock) { return mutex_lock_interruptible(lock); }
