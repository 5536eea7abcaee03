# SPDX-License-Identifier: GPL-2.0
. ktap.sh
shown() { dmesg | grep 'param_types: ' | tail -n 1 | sed 's/.*param_types: //'; }
param() { cat /sys/module/param_types/parameters/$1; }
set_param() { echo "$2" 2>/dev/null >/sys/module/param_types/parameters/$1; }
# Fails with this message: the shell's, of the errno of write.
refused() {
	sentence=$1
	said=$( (echo "$3" >/sys/module/param_types/parameters/$2) 2>&1) && said="no error"
	case "$said" in
	*"$4"*) result 0 "$sentence" ;;
	*)
		echo "# said '$said'"
		result 1 "$sentence"
		;;
	esac
}
check "it loads without parameters" insmod ./param_types.ko
check_equal "lists are empty, the rest has its first values" "$(shown)" "0: 0 0 0 0; 0: false; slow; 2x3; 10; told 0 times"
check_equal "an empty list is an empty line" "$(param ports)" ""
check "a list can be set" set_param ports 1,0x10,65535
check_equal "and is read as one" "$(param ports)" 1,16,65535
refused "an element that does not fit is refused" ports 1,2,65536 "out of range"
refused "an element that is no number is refused" ports 7,8,nine "Invalid argument"
refused "a list that is too long is refused" ports 5,5,5,5,5 "Invalid argument"
refused "an empty element is refused" ports 5,,5 "Invalid argument"
check_equal "what is refused changes nothing" "$(param ports)" 1,16,65535
check "a shorter list replaces it" set_param ports 9
check_equal "whole" "$(param ports)" 9
check "a list of bools can be set" set_param flags y,0
check_equal "and read" "$(param flags)" Y,N
long=$(i=0; while [ $i -lt 300 ]; do printf '%s,' -9223372036854775808; i=$((i + 1)); done)
check "a list that does not fit into a page is not what a write can be" test ${#long} -gt 4096
half=$(i=0; while [ $i -lt 190 ]; do printf '%s,' -9223372036854775808; i=$((i + 1)); done; echo 1)
check "but one that does is" set_param many "$half"
check_equal "and comes back whole" "$(param many)" "$half"
ones=$(i=0; while [ $i -lt 599 ]; do printf 1,; i=$((i + 1)); done; echo 1)
check "a list may have as many as it has room for" set_param many "$ones"
refused "and not one more" many "$ones,1" "Invalid argument"
check "a name can be set" set_param speed fast
check_equal "and read" "$(param speed)" fast
refused "a name that is none is refused" speed faster "Invalid argument"
refused "what the driver refuses is refused with its error" speed fast "already in progress"
check_equal "a refused name changes nothing" "$(param speed)" fast
check "a type of the driver's own can be set" set_param size 640x480
check_equal "and read" "$(param size)" 640x480
refused "and refuses what it does not understand" size 640 "Invalid argument"
refused "with the error that it meets" size 99999999999999999999x1 "out of range"
check_equal "and keeps its value then" "$(param size)" 640x480
check "a watched number can be set" set_param limit 99
refused "within the driver's limits" limit 100 "out of domain"
refused "and those of its type" limit -1 "Invalid argument"
check_equal "a refused number changes nothing" "$(param limit)" 99
(echo 77 >/sys/module/param_types/parameters/limit) &
sleep 0.1
check "it unloads while the driver is being told" rmmod param_types
wait
check_equal "the driver was told before it ended" "$(shown)" "1: 9 0 0 0; 2: true; fast; 640x480; 77; told 2 times"
check "it loads with parameters" insmod ./param_types.ko ports=4,3,2,1 flags=1 speed=fast size=7x8 limit=200
check_equal "they arrive; the driver is not asked before it is there" "$(shown)" \
	"4: 4 3 2 1; 1: true; fast; 7x8; 200; told 0 times"
check "it unloads again" rmmod param_types
loads_not() { (insmod ./param_types.ko "$1") 2>&1 | grep -q "$2"; }
check "a bad element refuses the load" loads_not ports=1,x "Invalid\|invalid"
check "so does one out of range" loads_not ports=65536 "range\|representable"
check "so does a list that is too long" loads_not ports=1,2,3,4,5 "Invalid\|invalid"
check "so does a list without a value" loads_not ports "Invalid\|invalid"
check "so does a bad name" loads_not speed=none "Invalid\|invalid"
check "and what a type of the driver's own refuses" loads_not size=x "Invalid\|invalid"
check "it loads" insmod ./param_types.ko
for writer in 1 2 3; do
	(while [ ! -e stop ]; do for value in 1 77x 5 200; do set_param limit $value; set_param ports $value,1; done; done) &
done >/dev/null 2>&1
for round in 1 2 3 4 5 6 7 8 9 10; do
	check "it unloads while parameters are set, round $round" rmmod param_types
	check "and loads, round $round" insmod ./param_types.ko
done
touch stop
wait
check "it unloads at last" rmmod param_types
finish
