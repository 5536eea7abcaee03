# SPDX-License-Identifier: GPL-2.0
# A module whose items are there, or whose files are open, stays; one whose name is taken does not load.
. ktap.sh
check "it loads" insmod ./configfs_items.ko
mount -t configfs none /sys/kernel/config
mkdir /sys/kernel/config/keel_items/shelf
check_fails "it stays with an item" rmmod configfs_items
rmdir /sys/kernel/config/keel_items/shelf
exec 3</sys/kernel/config/keel_items/first/text
check_fails "it stays with an open file" rmmod configfs_items
exec 3<&-
check "it unloads" rmmod configfs_items
check "its folder is gone" test ! -e /sys/kernel/config/keel_items
check "it loads and unloads many times" cycle 50 ./configfs_items.ko
check "it loads to be used and unloaded at once" insmod ./configfs_items.ko
for i in 1 2; do
	while [ ! -e stop ]; do
		mkdir /sys/kernel/config/keel_items/shelf && cat /sys/kernel/config/keel_items/first/text
		rmdir /sys/kernel/config/keel_items/shelf
	done >/dev/null 2>&1 &
done
unloaded=0
for round in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	rmmod configfs_items 2>/dev/null && unloaded=$((unloaded + 1)) && insmod ./configfs_items.ko
done
touch stop
wait
check "it unloaded now and then" test $unloaded -gt 0
check "it unloads" rmmod configfs_items
umount /sys/kernel/config
finish
