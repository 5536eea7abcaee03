// SPDX-License-Identifier: GPL-2.0
#include <linux/configfs.h>
#include <linux/mutex.h>
#include "shim.h"

KEEL_SHIM void keel_shim_configfs_init_mutex(struct configfs_subsystem *subsystem) { mutex_init(&subsystem->su_mutex); }
