// SPDX-License-Identifier: GPL-2.0
#include <linux/jump_label.h>
#include "shim.h"

/* The key's address becomes a constant of the instruction when this is inlined. */
KEEL_SHIM bool keel_shim_static_branch(struct static_key *key)
{
	return static_branch_unlikely((struct static_key_false *)key);
}
