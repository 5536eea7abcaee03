# SPDX-License-Identifier: GPL-2.0
# Objects are made and ended from two sides while eight processes do everything at random to their files.
# timeout: 300
insmod ./debugfs_scoped.ko || exit 1
cd /sys/kernel/debug/rust_scoped_debugfs || exit 1
for name in a b; do
	(while [ ! -e /tmp/over ]; do
		echo "$name 1 2" >control/create
		echo "$name" >control/remove
	done) 2>/dev/null &
done
storm -e EIO,ENOSPC,ERANGE,ENOENT dynamic/a/0 dynamic/b/1 dynamic/a/blob dynamic/b/blob control/create control/remove
status=$?
touch /tmp/over
wait
cd /
rmmod debugfs_scoped && exit $status
