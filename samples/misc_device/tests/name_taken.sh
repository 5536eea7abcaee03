# SPDX-License-Identifier: GPL-2.0
# The name belongs to another: loading fails, and nothing is left.
# expect-log: cannot create duplicate filename
insmod ./misc_device.ko
# EEXIST; newer kernels make EBUSY of it when a module's start returns it, for modprobe takes it for "is loaded".
loadfail -n misc_device2 17,16 ./misc_device.ko
status=$?
rmmod misc_device && exit $status
