// SPDX-License-Identifier: GPL-2.0
#include <linux/mempool.h>
#include "shim.h"

/* Functions, or macros that count allocations by where they are made. */
KEEL_SHIM mempool_t *keel_shim_mempool_create_kmalloc_pool(int kept, size_t size)
{
	return mempool_create_kmalloc_pool(kept, size);
}
KEEL_SHIM void *keel_shim_mempool_alloc(mempool_t *pool, gfp_t flags) { return mempool_alloc(pool, flags); }
