# SPDX-License-Identifier: GPL-2.0
# Unlike a device, an attribute that is open does not keep its module; reading it then fails.
. ktap.sh
check "it loads" insmod ./keel_sysfs.ko
exec 3</sys/kernel/keel_thermostat/target
check "it unloads while an attribute is open" rmmod keel_sysfs
check_fails "the open file says so" cat <&3
exec 3<&-
finish
