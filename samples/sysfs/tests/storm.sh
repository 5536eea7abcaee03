# SPDX-License-Identifier: GPL-2.0
# Everything at random from eight processes, and a hundred thousand ioctls: only documented errors, and it unloads.
insmod ./keel_sysfs.ko || exit 1
cd /sys/kernel/keel_thermostat || exit 1
files="target mode statistics/changes statistics/history"
storm -e EACCES,EDOM,EINVAL,ERANGE $files || exit 1
storm -n 100000 -e EACCES $files || exit 1
cd /
rmmod keel_sysfs
