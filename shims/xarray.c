// SPDX-License-Identifier: GPL-2.0
#include <linux/xarray.h>
#include "shim.h"

KEEL_SHIM void keel_shim_xa_lock(struct xarray *xa) { xa_lock(xa); }
KEEL_SHIM void keel_shim_xa_unlock(struct xarray *xa) { xa_unlock(xa); }
