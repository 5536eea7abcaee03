# SPDX-License-Identifier: GPL-2.0
# Everything at random from eight processes, and a hundred thousand ioctls: only documented errors, and it unloads.
insmod ./echo.ko || exit 1
storm -e ENOMEM,ENOSPC /dev/echo || exit 1
storm -n 100000 /dev/echo || exit 1
rmmod echo
