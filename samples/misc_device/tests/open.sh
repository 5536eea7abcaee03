# SPDX-License-Identifier: GPL-2.0
# A module whose device is open stays.
insmod ./misc_device.ko
busy misc_device /dev/rust-misc-device
status=$?
rmmod misc_device && exit $status
