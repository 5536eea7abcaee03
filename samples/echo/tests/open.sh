# SPDX-License-Identifier: GPL-2.0
# A module whose device is open stays.
insmod ./echo.ko
busy echo /dev/echo
status=$?
rmmod echo && exit $status
