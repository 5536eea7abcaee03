# SPDX-License-Identifier: GPL-2.0
# Items as processes see them.
insmod ./configfs_items.ko
mount -t configfs none /sys/kernel/config
./items
status=$?
umount /sys/kernel/config
rmmod configfs_items && exit $status
