// SPDX-License-Identifier: GPL-2.0
#include <linux/atomic.h>
#include <linux/types.h>
#include "shim.h"

/* The kernel has operations for bytes and halves of words, as macros that take whatever they get. */
#define KEEL_SMALL_ORDERED(bits, order)                                                                                \
	KEEL_SHIM s##bits keel_shim_atomic##bits##_xchg##order(s##bits *word, s##bits value)                           \
	{                                                                                                              \
		return xchg##order(word, value);                                                                       \
	}                                                                                                              \
	KEEL_SHIM bool keel_shim_atomic##bits##_try_cmpxchg##order(s##bits *word, s##bits *found, s##bits value)       \
	{                                                                                                              \
		return try_cmpxchg##order(word, found, value);                                                         \
	}

#define KEEL_SMALL(bits)                                                                                               \
	KEEL_SMALL_ORDERED(bits, )                                                                                     \
	KEEL_SMALL_ORDERED(bits, _relaxed)                                                                             \
	KEEL_SMALL_ORDERED(bits, _acquire)                                                                             \
	KEEL_SMALL_ORDERED(bits, _release)                                                                             \
	KEEL_SHIM s##bits keel_shim_atomic##bits##_read(const s##bits *word) { return READ_ONCE(*word); }              \
	KEEL_SHIM s##bits keel_shim_atomic##bits##_read_acquire(const s##bits *word)                                   \
	{                                                                                                              \
		return smp_load_acquire(word);                                                                         \
	}                                                                                                              \
	KEEL_SHIM void keel_shim_atomic##bits##_set(s##bits *word, s##bits value) { WRITE_ONCE(*word, value); }        \
	KEEL_SHIM void keel_shim_atomic##bits##_set_release(s##bits *word, s##bits value)                              \
	{                                                                                                              \
		smp_store_release(word, value);                                                                        \
	}

KEEL_SMALL(8)
KEEL_SMALL(16)
