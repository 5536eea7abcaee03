# SPDX-License-Identifier: GPL-2.0
# Devices that come and go while processes have them open.
# programs: plugs
insmod ./minors.ko
./plugs
status=$?
rmmod minors && exit $status
