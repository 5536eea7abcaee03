# SPDX-License-Identifier: GPL-2.0
# A module whose device is open stays.
insmod ./thermostat.ko
busy thermostat /dev/keel-thermostat
status=$?
rmmod thermostat && exit $status
