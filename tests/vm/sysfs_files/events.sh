# SPDX-License-Identifier: GPL-2.0
# What udev hears of the members of a set.
# expect-log: cannot create duplicate filename
insmod ./kset_events.ko
./events
status=$?
rmmod kset_events && exit $status
