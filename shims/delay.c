// SPDX-License-Identifier: GPL-2.0
#include <linux/delay.h>
#include "shim.h"

KEEL_SHIM void keel_shim_udelay(unsigned long micros) { udelay(micros); }
KEEL_SHIM void keel_shim_ndelay(unsigned long nanos) { ndelay(nanos); }
