# SPDX-License-Identifier: GPL-2.0
# The name of the subsystem belongs to another: loading fails, and nothing is left. Newer kernels make EBUSY of a module's EEXIST.
insmod ./configfs_items.ko
loadfail -n configfs_items2 17,16 ./configfs_items.ko
status=$?
rmmod configfs_items && exit $status
