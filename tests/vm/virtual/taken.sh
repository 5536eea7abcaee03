# SPDX-License-Identifier: GPL-2.0
# The names belong to another: loading fails with what /proc says, and nothing is left.
insmod ./keel_virtual.ko || exit 1
loadfail -n keel_virtual2 16,17 ./keel_virtual.ko
status=$?
rmmod keel_virtual && exit $status
