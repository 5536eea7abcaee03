// SPDX-License-Identifier: GPL-2.0
#include <linux/slab.h>
#include <linux/mm.h>
#include <linux/version.h>
#include <linux/vmalloc.h>
#include "shim.h"

KEEL_SHIM void *keel_shim_kmalloc(size_t size, gfp_t flags) { return kmalloc(size, flags); }
KEEL_SHIM void *keel_shim_kmalloc_node(size_t size, gfp_t flags, int node) { return kmalloc_node(size, flags, node); }
KEEL_SHIM void *keel_shim_kvmalloc_node(size_t size, gfp_t flags, int node) { return kvmalloc_node(size, flags, node); }
KEEL_SHIM void *keel_shim_krealloc(void *memory, size_t size, gfp_t flags) { return krealloc(memory, size, flags); }
KEEL_SHIM void *keel_shim_kvmalloc(size_t size, gfp_t flags) { return kvmalloc(size, flags); }
KEEL_SHIM void *keel_shim_vmalloc_node(size_t size, int node) { return vmalloc_node(size, node); }
KEEL_SHIM void *keel_shim_vzalloc_node(size_t size, int node) { return vzalloc_node(size, node); }
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

/* The whole object may be copied from and to user space, as with kmalloc; otherwise that is a BUG. */
KEEL_SHIM struct kmem_cache *keel_shim_kmem_cache_create(const char *name, unsigned int size, unsigned int align)
{
	return kmem_cache_create_usercopy(name, size, align, 0, 0, size, NULL);
}
KEEL_SHIM void *keel_shim_kmem_cache_alloc(struct kmem_cache *cache, gfp_t flags)
{
	return kmem_cache_alloc(cache, flags);
}
