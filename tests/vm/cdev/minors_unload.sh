# SPDX-License-Identifier: GPL-2.0
# A module whose devices come and go, loaded and unloaded.
# programs: plugs
. ktap.sh
check "it loads" insmod ./minors.ko
./plugs hold >/tmp/held &
holder=$!
while ! grep -q ready /tmp/held; do sleep 0.1; done
check_fails "a file of a device that went keeps it" rmmod minors
kill $holder
wait $holder 2>/dev/null
check "it unloads then" rmmod minors
check_equal "nothing is left" "$(ls -d /dev/keel-* /sys/class/keel-* 2>/dev/null; grep keel- /proc/devices)" ""
check "a major that is taken" loadfail 16 ./minors.ko major=1
check "a major that there is not" loadfail 22 ./minors.ko major=5000
check "it loads and unloads many times" cycle 200 ./minors.ko
rm /tmp/held
finish
