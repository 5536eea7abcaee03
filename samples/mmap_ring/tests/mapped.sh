# SPDX-License-Identifier: GPL-2.0
# A module whose memory a process has mapped stays, also when the descriptor is closed.
. ktap.sh
check "the module loads" insmod ./mmap_ring.ko
./mapped &
until [ -e mapped.ready ]; do sleep 0.1; done
check_fails "a module whose memory is mapped is not unloaded" rmmod mmap_ring
check_equal "it is in use" "$(lsmod | sed -n 's/^mmap_ring *[0-9]* *\([0-9]*\).*/\1/p')" 1
kill $!
wait $! 2>/dev/null
check "then it is" rmmod mmap_ring
finish
