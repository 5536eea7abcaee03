# SPDX-License-Identifier: GPL-2.0
# Unloading while attributes are open and being read.
. ktap.sh
check "it loads" insmod ./kobject_files.ko
echo last >/sys/kernel/keel-kobjects/child
exec 3</sys/kernel/keel-kobjects/number 4</sys/kernel/keel-nursery/last/number 5</sys/module/kobject_files/more/changes
check "it unloads while its files are open, with a child there" rmmod kobject_files
check_fails "an open file of a folder says so" cat <&3
check_fails "an open file of a child says so" cat <&4
check_fails "an open file of the module's folder says so" cat <&5
exec 3<&- 4<&- 5<&-
check "nothing is left of it" test ! -e /sys/kernel/keel-kobjects -a ! -e /sys/kernel/keel-nursery
check "it loads and unloads many times" cycle 50 ./kobject_files.ko
check "it loads to be read and unloaded at once" insmod ./kobject_files.ko
for i in 1 2 3; do
	while [ ! -e stop ]; do cat /sys/kernel/keel-kobjects/number /sys/module/kobject_files/number; done >/dev/null 2>&1 &
done
(while [ ! -e stop ]; do echo last >/sys/kernel/keel-kobjects/child; done) >/dev/null 2>&1 &
for round in 1 2 3 4 5 6 7 8 9 10; do
	check "it unloads while it is used, round $round" rmmod kobject_files
	check "and loads again, round $round" insmod ./kobject_files.ko
done
touch stop
wait
check "it unloads" rmmod kobject_files
finish
