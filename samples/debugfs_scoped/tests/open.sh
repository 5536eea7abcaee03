# SPDX-License-Identifier: GPL-2.0
# A module stays as long as one of its files is open.
insmod ./debugfs_scoped.ko
busy debugfs_scoped /sys/kernel/debug/rust_scoped_debugfs/control/create
status=$?
rmmod debugfs_scoped && exit $status
