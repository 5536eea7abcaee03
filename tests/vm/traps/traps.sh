# SPDX-License-Identifier: GPL-2.0
# Each line below must trap, in this order, and nothing else may: the log says what was wrong and where, the task that did it
# ends, and the rest of the kernel goes on.
# expect-trap: index out of bounds
# expect-trap: index out of bounds
# expect-trap: index out of bounds
# expect-trap: slice out of bounds
# expect-trap: index out of bounds
# expect-trap: value of an empty Option
# expect-trap: value of a Result that holds an error
# expect-trap: error\(\) of a Result that holds a value
# expect-trap: use of an empty Box
# expect-trap: use of an empty Arc
# expect-trap: a Cache ends before its objects do
# The cache that the trap stopped at stays, with what names it.
# known-leak: kmem_cache_create|cache_random_seq_create|kobject_set_name_vargs|__kernfs_new_node|kstrdup_const|kmem_cache_open
# The kernel's own answer, where no type of ours stands before it:
# expect-log: kernel NULL pointer dereference, address: 0000000000000000
. ktap.sh

# The kernel ends the task as for an invalid instruction of its own, with SIGSEGV: a status above 128.
traps() {
	sentence=$1
	clear_log
	sh -c "echo $2 >/dev/keel-traps" 2>/dev/null
	status=$?
	[ $status -gt 128 ] || echo "# status $status"
	result $((status <= 128)) "$sentence ends its task"
	check_log "$sentence is reported" "keel: $3 at [^ ]*[.][ch]pp:[0-9]*$"
}

check "the module loads" insmod ./traps.ko
traps "an index past the end of an Array" a "index out of bounds"
traps "an index past the end of a Span" s "index out of bounds"
traps "an index past the end of a Vec" v "index out of bounds"
traps "a slice past the end" l "slice out of bounds"
traps "a copy past the end of a Span" c "index out of bounds"
traps "the value of an empty Option" o "value of an empty Option"
traps "the value of an error" r "value of a Result that holds an error"
traps "the error of a value" e "error() of a Result that holds a value"
traps "the use of an empty Box" b "use of an empty Box"
traps "the use of an empty Arc" k "use of an empty Arc"
traps "the end of a Cache before its objects" h "a Cache ends before its objects do"

echo "no trap follows" >/dev/kmsg # so that the next oops is seen to be one of its own
check_fails "a call of no function ends its task" sh -c "echo n >/dev/keel-traps"
clear_log
said=$(sh -c "echo m >/dev/keel-traps" 2>&1)
check_equal "an allocation whose size overflows is an error" "${said##*: }" "Cannot allocate memory"
check_equal "which the log has nothing of" "$(dmesg | grep -c 'keel: ')" 0
check_fails "the device still answers" sh -c "echo ? >/dev/keel-traps"
check "the module unloads" rmmod traps
finish
