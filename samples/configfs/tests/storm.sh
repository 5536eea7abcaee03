# SPDX-License-Identifier: GPL-2.0
# Everything at random from eight processes, while folders come and go: only documented errors, and it unloads.
insmod ./keel_configfs.ko || exit 1
mount -t configfs config /sys/kernel/config || exit 1
cd /sys/kernel/config/rust_configfs || exit 1
mkdir -p always/there || exit 1
touch /tmp/stormy
for who in 1 2; do
	while [ -e /tmp/stormy ]; do
		mkdir -p passing/by$who other$who/one
		cat passing/baz other$who/one/gc >/dev/null
		rmdir passing/by$who other$who/one passing other$who
	done 2>/dev/null &
done
files="message bar always/baz always/there/gc"
storm -e EACCES,EINVAL $files && storm -n 100000 -e EACCES $files
status=$?
rm /tmp/stormy
wait
rmdir passing/by* other*/one passing other* 2>/dev/null
rmdir always/there always || status=1
cd /
umount /sys/kernel/config || exit 1
rmmod keel_configfs || exit 1
exit $status
