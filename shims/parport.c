// SPDX-License-Identifier: GPL-2.0
#include <linux/idr.h>
#include <linux/parport.h>
#include "shim.h"

/* What tells the devices of one module and name from each other. */
static DEFINE_IDA(parport_ids);

KEEL_SHIM int keel_shim_parport_id_alloc(void) { return ida_alloc(&parport_ids, GFP_KERNEL); }

KEEL_SHIM void keel_shim_parport_id_free(int id) { ida_free(&parport_ids, id); }
