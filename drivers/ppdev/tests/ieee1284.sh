# SPDX-License-Identifier: GPL-2.0
# Debian's libieee1284 works through this driver as it does through the kernel's, on QEMU's port and on the one in software.
# modules: ppdev parport_pc
# parallel-port: the same twice
# packages: libieee1284-3-dev
# timeout: 300
. ktap.sh
# Processor 0 has the port's interrupts, processor 1 those who claim it: see compare.sh.
echo 1 >/proc/irq/7/smp_affinity

# usage: round NAME
round() {
	# QEMU's port remembers interrupts: what the first run finds is what the ones after it find.
	check "$1: a first run" taskset 2 sh -c "./ieee1284 parport0 >first"
	check "$1: a port in software" insmod ./softport.ko
	check "$1: QEMU's port" taskset 2 sh -c "./ieee1284 parport0 >$1.parport0 2>&1"
	check "$1: the port in software" taskset 2 sh -c "./ieee1284 parport1 peripheral >$1.parport1 2>&1"
	cat /sys/kernel/debug/softport/log >"$1.log"
	check "$1: the port in software goes" rmmod softport
}

round stock
check "the kernel's ppdev goes" rmmod ppdev
check "ours comes" insmod ./ppdev.ko
round ours
for port in parport0 parport1; do
	check "$port: nobody uses the driver before" grep -q '^users of ppdev, before: 0$' ours.$port
	check "$port: the library does while it has the port open" grep -q '^users of ppdev, open: [1-9]$' ours.$port
	check "$port: it writes" grep -q '^compat_write = 16$' ours.$port
done
check "it reads" grep -q '^read [a-p]' ours.parport1
for what in parport0 parport1 log; do
	check "$what: as much as it should be" test "$(wc -l <ours.$what)" -gt 20
	diff stock.$what ours.$what >differences || sed 's/^/# /' differences
	check "$what: the same" test ! -s differences
done
check "it unloads" rmmod ppdev
finish
