// SPDX-License-Identifier: GPL-2.0
#include <linux/ioport.h>
#include "shim.h"

KEEL_SHIM struct resource *keel_shim_request_mem_region(resource_size_t start, resource_size_t n, const char *name)
{
	return request_mem_region(start, n, name);
}
KEEL_SHIM void keel_shim_release_mem_region(resource_size_t start, resource_size_t n) { release_mem_region(start, n); }
