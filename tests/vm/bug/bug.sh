# SPDX-License-Identifier: GPL-2.0
# Of each warning come the kernel's report, with the line and the function that warned, and the text, as often as it was asked for.
# expect-warn: WARNING: .*warnings[.]cpp:1[2-5] 
. ktap.sh
reports() { dmesg | grep -c "WARNING: .*warnings[.]cpp:$1 "; }

check "the module loads" insmod ./warnings.ko
check_log "each is the value of its condition" "warnings: 10 conditions held$"
check_equal "WARN_ON reports each time" "$(reports 12)" 2
check_equal "WARN_ON_ONCE reports once" "$(reports 13)" 1
check_equal "WARN reports each time" "$(reports 14)" 2
check_equal "WARN_ONCE reports once" "$(reports 15)" 1
check_log "a text comes with its values" "the number is 3, the error -ENOMEM$"
check_log "once" "said at 0x11$"
check_equal "and no more" "$(dmesg | grep -c 'said at')" 1
check_log "the report names the function" "RIP: 0010:_ZN12_GLOBAL__N_1[0-9a-z_]*saying_onceEj+.*warnings"
check_equal "each report has a trace" "$(dmesg | grep -c 'Call Trace:')" 6
check "the module unloads" rmmod warnings
finish
