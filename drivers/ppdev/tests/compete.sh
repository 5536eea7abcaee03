# SPDX-License-Identifier: GPL-2.0
# Two processes want QEMU's port, and then the one in software.
# modules: parport_pc
# parallel-port: anything
# timeout: 300
insmod ./ppdev.ko && insmod ./softport.ko || exit 1
# Processor 0 has the port's interrupts, processor 1 those who claim it: see compare.sh.
echo 1 >/proc/irq/7/smp_affinity
taskset 2 ./compete /dev/parport0 || exit 1
echo 1 >/sys/module/softport/parameters/slow
taskset 2 ./compete /dev/parport1 slow && rmmod softport && rmmod ppdev
