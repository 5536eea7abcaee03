# SPDX-License-Identifier: GPL-2.0
# Everything at random from eight processes, and a hundred thousand ioctls: only documented errors, and it unloads.
insmod ./procfs.ko || exit 1
for i in $(seq 500); do echo "note $i" >/proc/keel_notes/notes; done
storm -e ENOENT,EIO /proc/keel_notes/* || exit 1
storm -n 100000 /proc/keel_notes/* || exit 1
rmmod procfs
test ! -e /proc/keel_notes
