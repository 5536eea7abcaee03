// SPDX-License-Identifier: GPL-2.0
#include <linux/rwsem.h>
#include "shim.h"

/* Functions, or macros where their names carry attributes. */
KEEL_SHIM void keel_shim_down_read(struct rw_semaphore *sem) { down_read(sem); }
KEEL_SHIM int keel_shim_down_read_killable(struct rw_semaphore *sem) { return down_read_killable(sem); }
KEEL_SHIM int keel_shim_down_read_trylock(struct rw_semaphore *sem) { return down_read_trylock(sem); }
KEEL_SHIM void keel_shim_down_write(struct rw_semaphore *sem) { down_write(sem); }
KEEL_SHIM int keel_shim_down_write_killable(struct rw_semaphore *sem) { return down_write_killable(sem); }
KEEL_SHIM int keel_shim_down_write_trylock(struct rw_semaphore *sem) { return down_write_trylock(sem); }
