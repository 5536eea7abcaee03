# SPDX-License-Identifier: GPL-2.0
# A module whose device is open stays, with the port claimed or not; and goes afterwards.
# modules: parport_pc
# parallel-port: anything
insmod ./ppdev.ko || exit 1
./open && rmmod ppdev && test ! -e /dev/parport0
