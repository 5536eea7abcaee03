// SPDX-License-Identifier: GPL-2.0
#include <linux/gfp.h>
#include <linux/highmem.h>
#include "shim.h"

KEEL_SHIM struct page *keel_shim_alloc_pages_node(int node, gfp_t flags, unsigned int order)
{
	return alloc_pages_node(node, flags, order);
}
KEEL_SHIM void *keel_shim_kmap_local_page(struct page *page) { return kmap_local_page(page); }
KEEL_SHIM void keel_shim_kunmap_local(const void *address) { kunmap_local(address); }
KEEL_SHIM struct folio *keel_shim_folio_alloc(gfp_t flags, unsigned int order) { return folio_alloc(flags, order); }
