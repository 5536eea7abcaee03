# SPDX-License-Identifier: GPL-2.0
# Reads and writes each file as a person would.
. ktap.sh
cd /sys/kernel/debug/sample_debugfs || exit 1
check_equal "the files are there" "$(echo *)" "array_blob compatible counter pair vector_blob"
check_equal "compatible is a text" "$(cat compatible)" '"sample-debugfs"'
check_fails "which is not written" sh -c 'echo other >compatible'
check_equal "the counter begins at 91" "$(cat counter)" 91
check "it is written" sh -c 'echo 17 >counter'
check_equal "and read" "$(cat counter)" 17
check_fails "what is no number is refused" sh -c 'echo many >counter'
check_fails "so is one that does not fit" sh -c 'echo 18446744073709551616 >counter'
check_equal "and changes nothing" "$(cat counter)" 17
check_equal "the pair is shown as Rust shows it" "$(cat pair)" "Inner { x: 10, y: 42 }"
check "two numbers are a pair" sh -c 'echo " 3 4294967295" >pair'
check_equal "which is there then" "$(cat pair)" "Inner { x: 3, y: 4294967295 }"
for bad in "" 1 "1 2 3" "1 x" "1 4294967296" "-1 2"; do
	check_fails "'$bad' is no pair" sh -c "echo '$bad' >pair"
done
check_equal "and changes nothing" "$(cat pair)" "Inner { x: 3, y: 4294967295 }"
check_equal "the array is 4 bytes" "$(cat array_blob)" blob
check "they are changed in place" sh -c 'printf "ing" | dd of=array_blob bs=1 seek=1 conv=notrunc 2>/dev/null'
check_equal "all of them" "$(cat array_blob)" bing
check_fails "and no more than there are" sh -c 'printf "bingo" >array_blob'
check_equal "the vector is a page of B" "$(tr -d B <vector_blob | wc -c) $(wc -c <vector_blob)" "0 4096"
finish
