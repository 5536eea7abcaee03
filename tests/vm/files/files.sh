# SPDX-License-Identifier: GPL-2.0
# Processes do to open files all that processes can.
. ktap.sh
check "it loads" insmod ./open_files.ko
check "processes get what they should" ./files
check "it unloads" rmmod open_files
check "it loads and unloads many times" cycle 20 ./open_files.ko
finish
