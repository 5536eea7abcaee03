# SPDX-License-Identifier: GPL-2.0
# timeout: 300
# The kernel says so when a fault is answered with ENOMEM:
# expect-log: VM_FAULT_OOM leaked out
# Programs map what a module offers in every way there is. The device's memory is the disk controller's of the machine, which has
# no disks.
registers=$(sed -n 's/^ *\([0-9a-f]*\)-[0-9a-f]* : 0000:00:1f.2$/0x\1/p' /proc/iomem)
insmod ./mmap_test.ko io_start=$registers
./mmap
status=$?
rmmod mmap_test && exit $status
