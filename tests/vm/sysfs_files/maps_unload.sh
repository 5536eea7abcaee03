# SPDX-License-Identifier: GPL-2.0
# Unloading the module whose memory is mapped: a mapping keeps its pages, and neither the module nor the file.
# programs: maps
. ktap.sh
check "it loads" insmod ./bin_maps.ko
echo 1 >/sys/module/bin_maps/control/there
./maps hold </dev/null >held 2>&1 &
holder=$!
while [ ! -s held ]; do :; done
check "it unloads while its memory is mapped" rmmod bin_maps
kill -USR1 $holder
wait $holder
check_equal "who mapped it lost it, and what was taken from it is still there" $? 0
check "it loads to be used and unloaded at once" insmod ./bin_maps.ko
for i in 1 2; do
	(while [ ! -e stop ]; do ./maps touch; done) >/dev/null 2>&1 &
done
(while [ ! -e stop ]; do
	echo 1 >/sys/module/bin_maps/control/there
	echo 0 >/sys/module/bin_maps/control/there
done) >/dev/null 2>&1 &
for round in 1 2 3 4 5; do
	check "it unloads while it is used, round $round" rmmod bin_maps
	check "and loads again, round $round" insmod ./bin_maps.ko
done
touch stop
wait
check "it unloads" rmmod bin_maps
finish
