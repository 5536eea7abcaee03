# SPDX-License-Identifier: GPL-2.0
# Device numbers that are ours, of a fixed major and of any; nodes that come and go at run time.
# programs: nodes
. ktap.sh
check "it loads with a major of its own" insmod ./region.ko major=238
check "the major is taken" grep -q '^238 keel-region$' /proc/devices
check "the class is there" test -d /sys/class/keel-region
check_equal "it has no node yet" "$(ls /sys/class/keel-region)" ""
mknod /tmp/first c 238 100
mknod /tmp/last c 238 107
mknod /tmp/before c 238 99
mknod /tmp/after c 238 108
check_equal "the first number leads to it" "$(./nodes /tmp/first read)" 100
check_equal "so does the last" "$(./nodes /tmp/last read)" 107
check_equal "the one before does not" "$(./nodes /tmp/before read)" 6
check_equal "nor the one after" "$(./nodes /tmp/after read)" 6
check_equal "a node comes" "$(./nodes /tmp/first add 3)" 0
check_equal "with the permissions of the class" "$(stat -c '%a %t:%T' /dev/keel-node3)" "440 ee:67"
check_equal "and leads to its minor" "$(./nodes /dev/keel-node3 read)" 103
check_equal "it comes once" "$(./nodes /tmp/first add 3)" 0
check_equal "one that cannot be does not" "$(./nodes /tmp/first add 40)" 22
check_equal "another" "$(./nodes /tmp/first add 39)" 0
check_equal "two are there" "$(ls /sys/class/keel-region | tr '\n' ' ')" "keel-node3 keel-node39 "
check_equal "one goes while a file of it is open" "$(./nodes /dev/keel-node3 remove 3)" 0
check "it is gone" test ! -e /dev/keel-node3
check_equal "it goes once" "$(./nodes /tmp/first remove 3)" 0
check_equal "one that cannot be does nothing" "$(./nodes /tmp/first remove 4000)" 0
check_equal "it comes again" "$(./nodes /tmp/first add 3)" 0
check "it stays while a file is open" busy region /tmp/first
check "it unloads" rmmod region
check_equal "nothing is left" "$(ls -d /dev/keel-node* /sys/class/keel-region 2>/dev/null; grep keel-region /proc/devices)" ""
check "it loads with any major" insmod ./region.ko
check "there is one" grep -q keel-region /proc/devices
check "it unloads again" rmmod region
check "a major that is taken" loadfail 16 ./region.ko major=1
check "a major that there is not" loadfail 22 ./region.ko major=5000
check "it loads and unloads many times" cycle 200 ./region.ko
rm /tmp/first /tmp/last /tmp/before /tmp/after
finish
