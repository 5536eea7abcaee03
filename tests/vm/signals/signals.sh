# SPDX-License-Identifier: GPL-2.0
# A process gets the signals that a module sends it; one that has ended is told from one that runs, and from none.
. ktap.sh
last() { dmesg | sed -n 's/.*signals: //p' | tail -n "$1"; }

(
	trap 'echo usr1 >>/tmp/got' USR1
	trap 'echo usr2 >>/tmp/got' USR2
	touch /tmp/ready
	while [ "$(cat /tmp/got 2>/dev/null | sort -u | wc -l)" -lt 2 ]; do sleep 0.05; done
) &
listener=$!
while [ ! -e /tmp/ready ]; do sleep 0.05; done
check "it sends" insmod ./signals.ko process=$listener
wait $listener
check "both signals came" test "$(sort -u /tmp/got | tr '\n' ' ')" = "usr1 usr2 "
check "to the process" test "$(last 1)" = "sent to sh"
check "it unloads" rmmod signals

# It has ended, and its parent does not ask for its status: its number still leads to it. The parent is a program that
# has no idea of its child: a shell, which it was, might ask before it becomes that.
sh -c '(while [ ! -e /tmp/end ]; do sleep 0.05; done) & echo $! >/tmp/ended; exec sleep 600' &
keeper=$!
while [ ! -s /tmp/ended ] || [ "$(cat /proc/$keeper/comm)" = sh ]; do sleep 0.05; done
touch /tmp/end
while ! grep -q '^State:.*Z' "/proc/$(cat /tmp/ended)/status"; do sleep 0.05; done
check "it loads for one that has ended" insmod ./signals.ko "process=$(cat /tmp/ended)"
check "and is told so" test "$(last 1)" = "the thread has ended"
check "it unloads again" rmmod signals
kill $keeper

check "it loads for nobody" insmod ./signals.ko process=1073741823
check "and finds nobody" test "$(last 1)" = "nobody has the number 1073741823"
check "it unloads for the last time" rmmod signals
finish
