# SPDX-License-Identifier: GPL-2.0
# The name of a folder belongs to another: loading fails, and nothing is left. Newer kernels make EBUSY of a module's EEXIST.
# expect-log: cannot create duplicate filename
insmod ./kobject_files.ko
loadfail -n kobject_files2 17,16 ./kobject_files.ko
status=$?
rmmod kobject_files && exit $status
