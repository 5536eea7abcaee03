# SPDX-License-Identifier: GPL-2.0
# Everything at random from eight processes, and a hundred thousand ioctls: only documented errors, and it unloads.
insmod ./misc_device.ko || exit 1
storm -i 0x7c80,0x80047c81,0x40047c82 /dev/rust-misc-device || exit 1
storm -n 100000 -i 0x7c80,0x80047c81,0x40047c82 /dev/rust-misc-device || exit 1
rmmod misc_device
