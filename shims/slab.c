// SPDX-License-Identifier: GPL-2.0
#include <linux/slab.h>
#include <linux/mm.h>
#include <linux/version.h>
#include <linux/vmalloc.h>
#include "shim.h"

KEEL_SHIM void *keel_shim_kmalloc(size_t size, gfp_t flags) { return kmalloc(size, flags); }
KEEL_SHIM void *keel_shim_krealloc(void *memory, size_t size, gfp_t flags) { return krealloc(memory, size, flags); }
KEEL_SHIM void *keel_shim_kvmalloc(size_t size, gfp_t flags) { return kvmalloc(size, flags); }
KEEL_SHIM void *keel_shim___vmalloc(size_t size, gfp_t flags) { return __vmalloc(size, flags); }

/* Before 6.12 the caller had to say how large the old memory is. */
KEEL_SHIM void *keel_shim_kvrealloc(void *memory, size_t old_size, size_t size, gfp_t flags)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 12, 0)
	return kvrealloc(memory, old_size, size, flags);
#else
	return kvrealloc(memory, size, flags);
#endif
}
