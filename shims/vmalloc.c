// SPDX-License-Identifier: GPL-2.0
#include <linux/vmalloc.h>
#include "shim.h"

KEEL_SHIM void *keel_shim_vmalloc_user(unsigned long size) { return vmalloc_user(size); }
