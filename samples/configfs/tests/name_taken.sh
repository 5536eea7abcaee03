# SPDX-License-Identifier: GPL-2.0
# The name belongs to another: loading fails, and nothing is left. Newer kernels make EBUSY of a module's EEXIST.
insmod ./keel_configfs.ko
loadfail -n keel_configfs2 17,16 ./keel_configfs.ko
status=$?
rmmod keel_configfs && exit $status
