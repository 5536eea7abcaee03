# SPDX-License-Identifier: GPL-2.0
. ktap.sh
said() { dmesg | grep -c "messages: $1"; }
control=/sys/kernel/debug/dynamic_debug/control
mount -t debugfs none /sys/kernel/debug
check "it loads" insmod ./messages.ko
check_equal "debugging is off" "$(said debugging)" 0
check_equal "what is said once is said the first time only" "$(dmesg | grep 'messages: once' | sed 's/.*messages: //')" "once 0"
check_equal "what is limited is said ten times" "$(said limited)" 10
check_equal "dynamic debug knows the message and its place" \
    "$(grep -c 'messages.cpp:[0-9]* \[messages\]speak =_ "messages: debugging %u of %.\*s\\n"' $control)" 1
check "it unloads" rmmod messages
check_equal "dynamic debug forgets it" "$(grep -c '\[messages\]' $control)" 0
check "it loads with debugging on" insmod ./messages.ko dyndbg=+pf
check_equal "debugging is shown, with the function's name" "$(dmesg | grep -c 'speak: messages: debugging .* of many')" 30
check_equal "it is on in the list" "$(grep -c '\[messages\]speak =pf' $control)" 1
check "it unloads again" rmmod messages
finish
