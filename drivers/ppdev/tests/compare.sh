# SPDX-License-Identifier: GPL-2.0
# The same script on the kernel's ppdev and on ours, on QEMU's port and on the one in software, as a 64-bit and as a 32-bit
# program: what it prints is the same, what reaches the peripheral is the same.
# modules: ppdev parport_pc
# parallel-port: the same twice
# programs: everything
# timeout: 600
. ktap.sh
mknod /dev/parport-none c 99 9
mknod /dev/parport-far c 99 77

# The port's interrupt and the program on different processors: on one, the kernel's parport_claim can deadlock with the
# interrupt (it lets interrupts come while it holds the lock that their handler takes), whatever driver calls it.
echo 1 >/proc/irq/7/smp_affinity

# usage: round NAME: all that is compared, as NAME.*
round() {
	for bits in "" 32; do
		check "$1: hardware$bits" taskset 2 sh -c "./everything$bits /dev/parport0 hardware >$1.hardware$bits"
		check "$1: a port in software" insmod ./softport.ko
		check "$1: software$bits" taskset 2 sh -c "./everything$bits /dev/parport1 software >$1.software$bits"
		cat /sys/kernel/debug/softport/log >"$1.log$bits"
		check "$1: the port in software goes" rmmod softport
	done
	grep . /sys/class/ppdev/parport0/dev >"$1.sysfs"
	readlink -f /sys/class/ppdev/parport0/device >>"$1.sysfs"
	stat -c '%n %a %t:%T' /dev/parport0 >>"$1.sysfs"
	grep ppdev /proc/devices >>"$1.sysfs"
	ls /sys/bus/parport/drivers /sys/class/ppdev >>"$1.sysfs"
}

# QEMU's port remembers interrupts: what the first run finds is what the ones after it find.
check "a first run" taskset 2 sh -c "./everything /dev/parport0 hardware >first"
round stock
check "the kernel's ppdev goes" rmmod ppdev
check "ours comes" insmod ./ppdev.ko
check "a first run" taskset 2 sh -c "./everything /dev/parport0 hardware >first"
round ours
for what in hardware software hardware32 software32 log log32 sysfs; do
	check "$what: as much as it should be" test "$(wc -l <ours.$what)" -gt "$([ $what = sysfs ] && echo 4 || echo 100)"
	diff stock.$what ours.$what >differences || sed 's/^/# /' differences
	check "$what: the same" test ! -s differences
done
check "it unloads" rmmod ppdev
check "the node is gone" test ! -e /dev/parport0
finish
