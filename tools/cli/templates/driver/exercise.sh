# SPDX-License-Identifier: GPL-2.0
# What /dev/@NAME@ promises, checked on the loaded module.
. ktap.sh

check "the device is there" test -c /dev/@NAME@
check "it takes a text" sh -c 'printf abc >/dev/@NAME@'
check_equal "it gives the text back" "$(cat /dev/@NAME@)" abc
check_equal "and again" "$(cat /dev/@NAME@)" abc
check "it takes another" sh -c 'printf defgh >/dev/@NAME@'
check_equal "which replaces the first" "$(cat /dev/@NAME@)" defgh
check_fails "it cannot be removed while it is open" sh -c 'exec 3</dev/@NAME@; rmmod @NAME@ 2>/dev/null'
finish
