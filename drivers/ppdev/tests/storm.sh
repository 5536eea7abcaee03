# SPDX-License-Identifier: GPL-2.0
# Everything at random from eight processes, at QEMU's port and at the one in software: only documented errors, and it unloads.
# modules: parport_pc
# parallel-port: anything
# timeout: 600
insmod ./ppdev.ko && insmod ./softport.ko || exit 1
# Processor 0 has the port's interrupts, processor 1 those who claim it: see compare.sh.
echo 1 >/proc/irq/7/smp_affinity
# PPSETMODE, then the others by number; PPGETTIME and PPSETTIME for 32 and 64 bits.
ioctls=0x40047080,0x80017081,0x80017083,0x40017084,0x80017085,0x40017086,0x708b,0x708c,0x708d
ioctls=$ioctls,0x4002708e,0x708f,0x40047090,0x40047091,0x40017092,0x80047093,0x40047094,0x80087095
ioctls=$ioctls,0x80107095,0x40087096,0x40107096,0x80047097,0x80047098,0x80047099,0x8004709a,0x4004709b
taskset 2 storm -i $ioctls -e EINVAL,ENXIO,EIO,ENOSYS,EAGAIN,ENOMEM /dev/parport0 /dev/parport1 || exit 1
taskset 2 storm -n 100000 -i $ioctls -e EINVAL,ENXIO,EIO,ENOSYS,ENOMEM /dev/parport0 /dev/parport1 || exit 1
rmmod softport && rmmod ppdev
