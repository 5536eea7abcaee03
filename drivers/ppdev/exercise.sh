# SPDX-License-Identifier: GPL-2.0
# Without a port there is a class and no node; the numbers are those of the kernel's own driver.
. ktap.sh
check "major 99 is ours" grep -q '^ 99 ppdev$' /proc/devices
check "the class is there" test -d /sys/class/ppdev
check "the driver is there" test -d /sys/bus/parport/drivers/ppdev
check "modprobe finds it by its major" grep -q "alias=char-major-99-\*" ./ppdev.ko
mknod /tmp/pp0 c 99 0
mknod /tmp/pp16 c 99 16
check "a minor without a port opens" sh -c ': </tmp/pp0'
check_fails "a minor that cannot be does not" sh -c ': </tmp/pp16'
rm /tmp/pp0 /tmp/pp16
finish
