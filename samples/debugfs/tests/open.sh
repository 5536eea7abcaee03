# SPDX-License-Identifier: GPL-2.0
# A module stays as long as one of its files is open.
insmod ./sample_debugfs.ko
busy sample_debugfs /sys/kernel/debug/sample_debugfs/pair
status=$?
rmmod sample_debugfs && exit $status
