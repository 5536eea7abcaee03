// SPDX-License-Identifier: GPL-2.0
#include <linux/notifier.h>
#include "shim.h"

KEEL_SHIM void keel_shim_init_blocking_notifier_head(struct blocking_notifier_head *chain)
{
	BLOCKING_INIT_NOTIFIER_HEAD(chain);
}

KEEL_SHIM void keel_shim_init_atomic_notifier_head(struct atomic_notifier_head *chain)
{
	ATOMIC_INIT_NOTIFIER_HEAD(chain);
}
