// SPDX-License-Identifier: GPL-2.0
/* The C side: measures when it is loaded. */
#include "c_core.h"
#include <linux/module.h>

static int __init core_init(void)
{
	return measure_sync() ?: measure_alloc() ?: measure_collections() ?: measure_task();
}

static void __exit core_exit(void) {}

module_init(core_init);
module_exit(core_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("What the library's operations cost in C");
