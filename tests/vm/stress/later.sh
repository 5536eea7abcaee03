# SPDX-License-Identifier: GPL-2.0
# As stress.sh, for what runs later.
. ktap.sh
said() { dmesg | grep 'later: [0-9]* rounds' | tail -n 1 | sed 's/.*later: [0-9]* rounds, //'; }
rounds() { dmesg | grep 'later: [0-9]* rounds' | tail -n 1 | sed 's/.*later: \([0-9]*\) rounds.*/\1/'; }
for seconds in ${LOAD_SECONDS:-3}; do
	check "it loads" insmod ./later.ko
	load $seconds
	check "it unloads after $seconds s of load" rmmod later
	check_equal "each kind ran, none twice at a time" "$(said)" "twice 0, refused 0, never 0, kept"
	check "there was load" test "$(rounds)" -gt 63
done
finish
