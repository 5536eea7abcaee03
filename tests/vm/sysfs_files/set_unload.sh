# SPDX-License-Identifier: GPL-2.0
# Unloading a set that has members, and while they come and go; and one whose name is taken.
# expect-log: cannot create duplicate filename
. ktap.sh
check "it loads" insmod ./kset_events.ko
echo last >/sys/module/kset_events/control/slot
check "it unloads with a member there" rmmod kset_events
check "nothing is left of it" test ! -e /sys/kernel/keel-slots
check "it loads and unloads many times" cycle 50 ./kset_events.ko
check "it loads to be used and unloaded at once" insmod ./kset_events.ko
(while [ ! -e stop ]; do echo last >/sys/module/kset_events/control/slot; done) >/dev/null 2>&1 &
(while [ ! -e stop ]; do echo 5 >/sys/kernel/keel-slots/last/level; done) >/dev/null 2>&1 &
for round in 1 2 3 4 5 6 7 8 9 10; do
	check "it unloads while members come, change and go, round $round" rmmod kset_events
	check "and loads again, round $round" insmod ./kset_events.ko
done
touch stop
wait
check "another of the same name does not load" loadfail -n kset_events2 17,16 ./kset_events.ko
check "it unloads" rmmod kset_events
finish
