# SPDX-License-Identifier: GPL-2.0
. ktap.sh
log() { dmesg | grep "hello: $1" | tail -n 1 | sed 's/.*hello: //'; }
check "the module loads with parameters" insmod ./hello.ko test_parameter=-5 test_bool_parameter=y
check_equal "a number arrives" "$(log test_parameter)" "test_parameter: -5"
check_equal "a bool arrives" "$(log test_bool_parameter)" "test_bool_parameter: true"
check_equal "the visible one can be read" "$(cat /sys/module/hello/parameters/test_bool_parameter)" Y
check_fails "the other cannot be seen" test -e /sys/module/hello/parameters/test_parameter
check "the module unloads" rmmod hello
check_equal "the numbers were kept" "$(log 'My numbers')" "My numbers are [72, 108, 200]"
check_fails "a number that is none is refused" insmod ./hello.ko test_parameter=many
finish
