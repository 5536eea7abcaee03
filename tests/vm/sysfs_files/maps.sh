# SPDX-License-Identifier: GPL-2.0
# Memory of attributes, mapped by processes while it is there and after it is gone.
insmod ./bin_maps.ko
./maps
status=$?
rmmod bin_maps && exit $status
