# SPDX-License-Identifier: GPL-2.0
# Rounds of load, each ended by unloading the module in the middle of it.
. ktap.sh
said() { dmesg | grep 'stress: [0-9]* rounds' | tail -n 1 | sed 's/.*stress: [0-9]* rounds, //'; }
rounds() { dmesg | grep 'stress: [0-9]* rounds' | tail -n 1 | sed 's/.*stress: \([0-9]*\) rounds.*/\1/'; }
for seconds in ${LOAD_SECONDS:-0.5 1 3}; do
	check "it loads" insmod ./stress.ko
	load $seconds
	check "it unloads after $seconds s of load" rmmod stress
	check_equal "what was counted is there" "$(said)" "torn 0, refused 0, tokens 10, kept"
	check "there was load" test "$(rounds)" -gt 63
done
finish
