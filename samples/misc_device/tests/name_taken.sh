# SPDX-License-Identifier: GPL-2.0
# The name belongs to another: loading fails, and nothing is left.
# expect-log: cannot create duplicate filename
insmod ./misc_device.ko
loadfail -n misc_device2 17 ./misc_device.ko
status=$?
rmmod misc_device && exit $status
