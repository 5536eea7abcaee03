// SPDX-License-Identifier: GPL-2.0
#include <linux/maple_tree.h>
#include "shim.h"

KEEL_SHIM void keel_shim_mt_init_flags(struct maple_tree *tree, unsigned int flags) { mt_init_flags(tree, flags); }
KEEL_SHIM void keel_shim_mtree_lock(struct maple_tree *tree) { mtree_lock(tree); }
KEEL_SHIM void keel_shim_mtree_unlock(struct maple_tree *tree) { mtree_unlock(tree); }
KEEL_SHIM bool keel_shim_mtree_empty(const struct maple_tree *tree) { return mtree_empty(tree); }

/* What MA_STATE declares. */
KEEL_SHIM void keel_shim_mas_init(struct ma_state *mas, struct maple_tree *tree, unsigned long first,
                                  unsigned long last)
{
	MA_STATE(made, tree, first, last);

	*mas = made;
}
KEEL_SHIM void keel_shim_mas_set_range(struct ma_state *mas, unsigned long first, unsigned long last)
{
	mas_set_range(mas, first, last);
}
