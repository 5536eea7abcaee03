# SPDX-License-Identifier: GPL-2.0
# A table of ioctl commands of every kind, for 64-bit and 32-bit programs.
insmod ./ioctl_table.ko || exit
./commands && ./commands32
status=$?
rmmod ioctl_table && exit $status
