# SPDX-License-Identifier: GPL-2.0
# Everything at random from eight processes, and a hundred thousand ioctls: only documented errors, and it unloads.
insmod ./thermostat.ko || exit 1
numbers=0x74a0,0x400874a1,0x800874a2,0xc01074a3,0x74a4,0x801074a5
storm -e EINVAL,ERANGE -i $numbers /dev/keel-thermostat || exit 1
storm -n 100000 -e EINVAL,ERANGE -i $numbers /dev/keel-thermostat || exit 1
rmmod thermostat
