# SPDX-License-Identifier: GPL-2.0
# Unloading with files open: refused for those of debugfs; those of /proc are closed, and what is mapped of them stays.
# programs: virtual
. ktap.sh
check "the module loads" insmod ./keel_virtual.ko
debug=/sys/kernel/debug/keel_virtual
for name in number rows session block flag; do
	exec 3<$debug/$name
	check_fails "it stays while $name is open in debugfs" rmmod keel_virtual
	exec 3<&-
done
exec 3</proc/keel_virtual/rows 4</proc/keel_virtual/owned
./virtual hold >held &
holder=$!
while [ ! -s held ]; do :; done
check "a file of /proc is read" head -n 1 <&3
check "it goes while files of /proc are open" rmmod keel_virtual
check_fails "which give errors then" cat <&3
check_fails "all of them" cat <&4
exec 3<&- 4<&-
kill -USR1 $holder
wait $holder
check_equal "memory that is mapped is still there" $? 0
check_fails "its directory in /proc is gone" test -e /proc/keel_virtual
check_fails "and that in debugfs" test -e $debug
finish
