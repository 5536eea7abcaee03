# SPDX-License-Identifier: GPL-2.0
# Everything at random from eight processes, and a hundred thousand ioctls, with each kind of mapping: only documented
# errors, and it unloads.
for on_demand in 0 1; do
	insmod ./mmap_ring.ko on_demand=$on_demand || exit 1
	storm -i 0x5201 -e EIO,EAGAIN,EACCES /dev/keel-mmap-ring || exit 1
	storm -n 100000 -i 0x5201 /dev/keel-mmap-ring || exit 1
	rmmod mmap_ring || exit 1
done
