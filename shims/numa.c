// SPDX-License-Identifier: GPL-2.0
#include <linux/nodemask.h>
#include <linux/topology.h>
#include "shim.h"

KEEL_SHIM bool keel_shim_node_is_online(int node) { return node >= 0 && node < MAX_NUMNODES && node_online(node); }
KEEL_SHIM int keel_shim_numa_mem_id(void) { return numa_mem_id(); }
