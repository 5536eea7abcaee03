// SPDX-License-Identifier: GPL-2.0
#include <linux/siphash.h>
#include "shim.h"

KEEL_SHIM u64 keel_shim_siphash(const void *bytes, size_t len, const siphash_key_t *key)
{
	return siphash(bytes, len, key);
}
