// SPDX-License-Identifier: GPL-2.0
#include <linux/debugfs.h>
#include "shim.h"

/* A function, or a macro that chooses one by the type of the operations. */
KEEL_SHIM struct dentry *keel_shim_debugfs_create_file(const char *name, umode_t mode, struct dentry *parent,
                                                       void *data, const struct file_operations *fops)
{
	return debugfs_create_file(name, mode, parent, data, fops);
}
