# SPDX-License-Identifier: GPL-2.0
# The name belongs to another: loading fails, and nothing is left.
insmod ./procfs.ko
loadfail -n procfs2 16,17 ./procfs.ko
status=$?
rmmod procfs && exit $status
