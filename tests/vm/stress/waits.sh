# SPDX-License-Identifier: GPL-2.0
# As stress.sh, for waits and for readers that do not wait.
. ktap.sh
said() { dmesg | grep 'waits: [0-9]* rounds' | tail -n 1 | sed 's/.*waits: [0-9]* rounds, //'; }
rounds() { dmesg | grep 'waits: [0-9]* rounds' | tail -n 1 | sed 's/.*waits: \([0-9]*\) rounds.*/\1/'; }
for seconds in ${LOAD_SECONDS:-0.5 3}; do
	check "it loads" insmod ./waits.ko
	load $seconds
	check "it unloads after $seconds s of load" rmmod waits
	check_equal "what was given was taken" "$(said)" "torn 0, refused 0, kept"
	check "there was load" test "$(rounds)" -gt 63
done
finish
