# SPDX-License-Identifier: GPL-2.0
# Test output (KTAP) for shell scripts in the guest: `. ktap.sh`, checks, `finish`.
ktap_tests=0
ktap_failures=0
echo "KTAP version 1"

# result STATUS SENTENCE: one test; passed when STATUS is 0.
result() {
	ktap_tests=$((ktap_tests + 1))
	if [ "$1" = 0 ]; then
		echo "ok $ktap_tests - $2"
	else
		ktap_failures=$((ktap_failures + 1))
		echo "not ok $ktap_tests - $2"
	fi
}

# check SENTENCE COMMAND...: the command succeeds.
check() {
	sentence=$1
	shift
	ktap_said=$("$@" 2>&1)
	ktap_status=$?
	[ $ktap_status = 0 ] || echo "# '$*' gave status $ktap_status: $ktap_said"
	result $ktap_status "$sentence"
}

# check_fails SENTENCE COMMAND...: the command fails.
check_fails() {
	sentence=$1
	shift
	if ktap_said=$("$@" 2>&1); then
		echo "# '$*' succeeded: $ktap_said"
		result 1 "$sentence"
	else
		result 0 "$sentence"
	fi
}

# check_equal SENTENCE ACTUAL EXPECTED
check_equal() {
	[ "$2" = "$3" ] || echo "# expected '$3', got '$2'"
	[ "$2" = "$3" ]
	result $? "$1"
}

# check_log SENTENCE PATTERN: the kernel log has such a line since the last clear_log (or since boot).
check_log() {
	dmesg | grep -q -- "$2" || echo "# no line like '$2' in the kernel log"
	dmesg | grep -q -- "$2"
	result $? "$1"
}

clear_log() { dmesg -c >/dev/null; }

# load SECONDS: lets that time pass, and says something now and then, so that silence is a guest that hangs.
load() {
	rest=$1
	while [ "${rest%.*}" -gt 20 ]; do
		sleep 20
		rest=$((rest - 20))
		echo "# $rest s of load to go"
	done
	sleep "$rest"
}

# skip SENTENCE REASON
skip() {
	ktap_tests=$((ktap_tests + 1))
	echo "ok $ktap_tests - $1 # SKIP $2"
}

# finish: prints the plan and ends the script.
finish() {
	echo "1..$ktap_tests"
	[ $ktap_failures = 0 ]
	exit
}
