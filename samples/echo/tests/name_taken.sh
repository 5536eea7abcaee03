# SPDX-License-Identifier: GPL-2.0
# The name belongs to another: loading fails half-way, and what was made before is gone again.
# expect-log: cannot create duplicate filename
# known-leak: kmalloc-8 allocated by kobject_set_name_vargs
# (Newer kernels refuse the name of the device number already: EBUSY. Older ones lose the eight bytes of the name when
# class_create fails; a module in C that calls it twice loses them, too.)
insmod ./echo.ko
loadfail -n echo2 -i kmalloc-8 17,16 ./echo.ko
status=$?
rmmod echo && exit $status
