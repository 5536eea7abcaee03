# SPDX-License-Identifier: GPL-2.0
# Events of a module are perf's, too.
. ktap.sh
mount -t tracefs none /sys/kernel/tracing
check "it loads" insmod ./events.ko
check "perf counts and records them" ./perf
check "it unloads" rmmod events
finish
