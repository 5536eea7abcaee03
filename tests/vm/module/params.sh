# SPDX-License-Identifier: GPL-2.0
. ktap.sh
shown() { dmesg | grep 'param_kinds: ' | tail -n 1 | sed 's/.*param_kinds: //'; }
param() { cat /sys/module/param_kinds/parameters/$1; }
set_param() { printf %s "$2" > /sys/module/param_kinds/parameters/$1; }
check "it loads without parameters" insmod ./param_kinds.ko
check_equal "all have their first values" "$(shown)" "true 8 -16 16 -32 32 -64 64 'start'"
check_equal "text can be read" "$(param label)" start
check "text can be set" set_param label seven77
check_equal "text was set" "$(param label)" seven77
check_fails "longer text is refused" set_param label eight888
check_equal "refused text changes nothing" "$(param label)" seven77
echo line > /sys/module/param_kinds/parameters/label
check "a number can be set" set_param count 7
check_fails "a number that is none is refused" set_param count seven
check_fails "a number that does not fit is refused" set_param count 99999999999
check "a bool can be set" set_param flag n
check_fails "what is read-only stays so" set_param tiny 9
check "it unloads" rmmod param_kinds
check_equal "what was set is seen, without the end of its line" "$(shown)" "false 8 -16 16 7 32 -64 64 'line'"
check "it loads with parameters" insmod ./param_kinds.ko tiny=255 small=-3 port=65535 mask=0xff big=-9 size=10 label=word
check_equal "they arrive" "$(shown)" "true 255 -3 65535 -32 255 -9 10 'word'"
check "it unloads again" rmmod param_kinds
check_fails "a byte of 256 is refused" insmod ./param_kinds.ko tiny=256
check_fails "text that is too long is refused" insmod ./param_kinds.ko label=muchtoolong
finish
