# SPDX-License-Identifier: GPL-2.0
# The names of folders and devices belong to another: loading fails, and nothing is left. Newer kernels make EBUSY of a
# module's EEXIST; older ones lose the name of a class that cannot be made, as of a module in C.
# expect-log: cannot create duplicate filename
# known-leak: kmalloc-16 allocated by kobject_set_name_vargs
insmod ./kobject_files.ko
loadfail -n kobject_files2 -i kmalloc-16 17,16 ./kobject_files.ko
status=$?
rmmod kobject_files && exit $status
