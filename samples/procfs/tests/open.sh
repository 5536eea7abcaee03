# SPDX-License-Identifier: GPL-2.0
# A module goes while its files are open: they give errors then.
. ktap.sh
check "it loads" insmod ./procfs.ko
for i in $(seq 500); do echo "note $i" >/proc/keel_notes/notes; done
exec 3</proc/keel_notes/notes
check "a reader begins" head -c 10 <&3
check "it unloads" rmmod procfs
check_fails "and the reader gets no further than what it had" cat <&3
exec 3<&-
check_fails "the files are gone" test -e /proc/keel_notes
finish
