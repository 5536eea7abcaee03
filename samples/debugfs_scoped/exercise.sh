# SPDX-License-Identifier: GPL-2.0
# Makes objects, uses their files, and ends them while the files are open.
. ktap.sh
cd /sys/kernel/debug/rust_scoped_debugfs || exit 1
create() { printf '%s\n' "$1" >control/create; }
remove() { printf '%s\n' "$1" >control/remove; }
check "an object is made" create "disk 5 17 18446744073709551615"
check_equal "it has a directory" "$(echo dynamic/*)" dynamic/disk
check_equal "with a file for each number" "$(cd dynamic/disk && echo *)" "0 1 2 blob"
check_equal "which shows it" "$(cat dynamic/disk/0 dynamic/disk/1 dynamic/disk/2 | tr '\n' ' ')" "5 17 18446744073709551615 "
check "numbers are written" sh -c 'echo 6 >dynamic/disk/0'
check_equal "each for itself" "$(cat dynamic/disk/0 dynamic/disk/1 | tr '\n' ' ')" "6 17 "
check_equal "bytes are a page" "$(tr -d B <dynamic/disk/blob | wc -c) $(wc -c <dynamic/disk/blob)" "0 4096"
check "they are written in place" sh -c 'printf hello | dd of=dynamic/disk/blob bs=5 seek=1 conv=notrunc 2>/dev/null'
check_equal "where the writer says" "$(head -c 10 dynamic/disk/blob)" BBBBBhello
check "an object needs no numbers" create "  plain  "
check_equal "two are there" "$(echo dynamic/*)" "dynamic/disk dynamic/plain"
for bad in "" "x y" "x -1" "x 18446744073709551616"; do
	check_fails "'$bad' makes none" create "$bad"
done
long=$(printf '%0200d' 0)
check_fails "a long command makes none" create "$long"
check_fails "and removes none" remove "$long"
exec 3<dynamic/disk/0 4<dynamic/disk/blob
check "an object ends while its files are open" remove disk
check_fails "which give errors then" cat <&3
check_fails "all of them" cat <&4
exec 3<&- 4<&-
check_equal "its directory is gone" "$(echo dynamic/*)" dynamic/plain
check "the name of none is no error" remove disk
check "many come" sh -c 'for i in $(seq 100); do echo "d$i $i" >control/create; done'
check_equal "all of them" "$(ls dynamic | wc -l)" 101
check_equal "with their numbers" "$(cat dynamic/d77/0)" 77
check "and go" sh -c 'for i in $(seq 100); do echo "d$i" >control/remove; done'
check_equal "all of them" "$(echo dynamic/*)" dynamic/plain
finish
