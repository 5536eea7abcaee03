# SPDX-License-Identifier: GPL-2.0
# Every way to copy from and to the memory of a process, whatever the process has there.
. ktap.sh
check "it loads" insmod ./user_memory.ko
check "every copy does what it should" ./uaccess
check "it unloads" rmmod user_memory
check "it loads and unloads many times" cycle 20 ./user_memory.ko
finish
