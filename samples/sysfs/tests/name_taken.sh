# SPDX-License-Identifier: GPL-2.0
# The name of the folder belongs to another: loading fails, and nothing is left. Newer kernels make EBUSY of a module's EEXIST.
# expect-log: cannot create duplicate filename
insmod ./keel_sysfs.ko
loadfail -n keel_sysfs2 17,16 ./keel_sysfs.ko
status=$?
rmmod keel_sysfs && exit $status
