// SPDX-License-Identifier: GPL-2.0
#include <linux/dynamic_debug.h>
#include "shim.h"

#ifdef DYNAMIC_DEBUG_BRANCH
KEEL_SHIM bool keel_shim_ddebug_enabled(struct _ddebug *record) { return DYNAMIC_DEBUG_BRANCH((*record)); }
#endif
