# SPDX-License-Identifier: GPL-2.0
# Containers do as plain arrays do, and leave nothing behind.
. ktap.sh
check "every container does as its model" insmod ./models.ko
check "it unloads" rmmod models
finish
