// SPDX-License-Identifier: GPL-2.0
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/srcu.h>
#include "shim.h"

/* What is freed begins with its head. */
KEEL_SHIM void keel_shim_kfree_rcu(struct rcu_head *first)
{
	struct {
		struct rcu_head head;
	} *object = (void *)first;

	kfree_rcu(object, head);
}

KEEL_SHIM int keel_shim_init_srcu_struct(struct srcu_struct *domain) { return init_srcu_struct(domain); }
