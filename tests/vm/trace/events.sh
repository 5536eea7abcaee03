# SPDX-License-Identifier: GPL-2.0
. ktap.sh
tracing=/sys/kernel/tracing
mount -t tracefs none $tracing
event=$tracing/events/events/transfer
recorded() { grep 'transfer: ' $tracing/trace | sed 's/.*\(transfer: .*\)/\1/'; }
has_field() { grep -q "field:$1;	offset:$2;	size:$3;	signed:$4;" $event/format; }
check "it loads" insmod ./events.ko
check "its events are there" test -d $event -a -d $tracing/events/events/never
check "a number is a field" has_field "u64 pos" 8 8 0
check "a smaller one follows" has_field "u16 bytes" 16 2 0
check "one with a sign is aligned" has_field "s32 delta" 20 4 1
check "a bool is a field" has_field "bool last" 24 1 0
check_equal "text is a field" "$(grep 'field:.* who' $event/format)" "	field:char who[8];	offset:25;	size:8;	signed:0;"
check_equal "how to show them is said" "$(sed -n 's/^print fmt: //p' $event/format)" \
    '"pos=%llu bytes=%#x delta=%d last=%u who=%s", REC->pos, REC->bytes, REC->delta, REC->last, REC->who'
cat /dev/events
check_equal "nothing is recorded while nobody listens" "$(recorded)" ""
check "it is switched on" sh -c "echo 1 > $event/enable"
cat /dev/events

check_equal "all is recorded" "$(recorded)" "transfer: pos=1099511627776 bytes=0x0 delta=-5 last=0 who=somebod
transfer: pos=1099511627776 bytes=0x1 delta=-5 last=0 who=somebod
transfer: pos=1099511627776 bytes=0x2 delta=-5 last=1 who=somebod"
echo > $tracing/trace
check "it is filtered by number and text" sh -c "echo 'bytes == 1 && who == \"somebod\"' > $event/filter"
cat /dev/events
check_equal "what passes is recorded" "$(recorded)" "transfer: pos=1099511627776 bytes=0x1 delta=-5 last=0 who=somebod"
check "it is switched off" sh -c "echo 0 > $event/enable"
echo > $tracing/trace
cat /dev/events
check_equal "nothing is recorded any more" "$(recorded)" ""
check "it is switched on again" sh -c "echo 1 > $event/enable"
check "it unloads while it is on" rmmod events
check "the events are gone" test ! -e $tracing/events/events
check "it loads again" insmod ./events.ko
check "the events are back, and off" grep -q 0 $event/enable
check "it unloads again" rmmod events
finish
