// SPDX-License-Identifier: GPL-2.0
#include <linux/kobject.h>
#include <linux/module.h>
#include "shim.h"

KEEL_SHIM struct kobject *keel_shim_kobject_of_module(void) { return &THIS_MODULE->mkobj.kobj; }
