// SPDX-License-Identifier: GPL-2.0
#include <linux/sched.h>
#include "shim.h"

KEEL_SHIM void keel_shim_set_current_state(unsigned int state) { set_current_state(state); }
KEEL_SHIM void keel_shim___set_current_state(unsigned int state) { __set_current_state(state); }
