# SPDX-License-Identifier: GPL-2.0
# Attributes as processes see them.
insmod ./kobject_files.ko
./kobjects
status=$?
rmmod kobject_files && exit $status
