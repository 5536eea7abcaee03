# SPDX-License-Identifier: GPL-2.0
# Everything that can be done to files, at random, from eight processes at once.
# timeout: 300
insmod ./keel_virtual.ko || exit 1
echo "fill 300" >/proc/keel_virtual/control
cd /sys/kernel/debug/keel_virtual || exit 1
storm -i 0x7601 -e ENOSPC,ERANGE,EIO,ENOENT /proc/keel_virtual/* $(find . -type f)
status=$?
cd /
rmmod keel_virtual && exit $status
