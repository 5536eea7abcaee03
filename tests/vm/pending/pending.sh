# SPDX-License-Identifier: GPL-2.0
# Unloading with work, timers and threads under way, and with some an hour away, leaves nothing behind.
. ktap.sh
for seconds in 0 0.05 0.5 2; do
	check "it loads" insmod ./pending.ko
	sleep $seconds
	check "it unloads after $seconds s" rmmod pending
done
check "something ran" test "$(dmesg | grep 'pending: [0-9]* runs' | tail -n 1 | sed 's/.*pending: \([0-9]*\) runs.*/\1/')" -gt 100
check "it loads and unloads many times" cycle 50 ./pending.ko
finish
