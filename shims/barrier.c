// SPDX-License-Identifier: GPL-2.0
#include <asm/barrier.h>
#include <linux/compiler.h>
#include "shim.h"

KEEL_SHIM void keel_shim_barrier(void) { barrier(); }
KEEL_SHIM void keel_shim_smp_mb(void) { smp_mb(); }
KEEL_SHIM void keel_shim_smp_rmb(void) { smp_rmb(); }
KEEL_SHIM void keel_shim_smp_wmb(void) { smp_wmb(); }
