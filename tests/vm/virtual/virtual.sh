# SPDX-License-Identifier: GPL-2.0
# Files of /proc and debugfs: read and written in every way, by several at once, while they go.
# timeout: 300
insmod ./keel_virtual.ko || exit 1
./virtual
status=$?
rmmod keel_virtual || exit 1
# The kernel forgets the directory of /proc when somebody asks for it again.
test -e /proc/keel_virtual && exit 1
exit $status
