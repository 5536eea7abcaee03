# SPDX-License-Identifier: GPL-2.0
# Everything at random from eight processes, and a hundred thousand ioctls: only documented errors, and it unloads.
insmod ./sample_debugfs.ko || exit 1
storm -e ENOSPC,ERANGE /sys/kernel/debug/sample_debugfs/* || exit 1
storm -n 100000 /sys/kernel/debug/sample_debugfs/* || exit 1
rmmod sample_debugfs
