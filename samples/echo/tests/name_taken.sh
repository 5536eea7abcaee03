# SPDX-License-Identifier: GPL-2.0
# The name belongs to another: loading fails half-way, and what was made before is gone again.
# expect-log: cannot create duplicate filename
insmod ./echo.ko && loadfail -n echo2 17 ./echo.ko && rmmod echo
