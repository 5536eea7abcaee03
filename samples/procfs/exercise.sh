# SPDX-License-Identifier: GPL-2.0
# Writes notes, reads them in pieces, and drops some in between.
. ktap.sh
cd /proc/keel_notes || exit 1
check_equal "the files are there" "$(echo *)" "count drop notes"
check_equal "a list begins empty" "$(cat notes)" ""
check_fails "there is nothing to drop" sh -c 'echo >drop'
check "a line is a note" sh -c 'echo hello >notes'
check "a write is one, not a line" sh -c 'printf "no line end" >notes'
check_fails "two lines are none" sh -c 'printf "a\nb\n" >notes'
check_fails "nor is a long one" sh -c 'head -c 300 /dev/zero | tr "\0" x >notes'
check_equal "notes are read" "$(cat notes | tr '\n' '|')" "1: hello|2: no line end|"
check_equal "and byte by byte" "$(dd if=notes bs=1 2>/dev/null | tr '\n' '|')" "1: hello|2: no line end|"
check_equal "from any place" "$(dd if=notes bs=1 skip=9 2>/dev/null)" "2: no line end"
check_equal "and counted" "$(cat count)" "2 notes that say something, 2 were written"
check "many come" sh -c 'for i in $(seq 3 1000); do echo "note $i" >notes; done'
check_equal "all are read" "$(wc -l <notes)" 1000
{
	head -c 1 <&3 >/dev/null
	check "notes go while a reader is at the first page" sh -c 'for i in $(seq 100); do echo >drop; done'
	check_equal "it reads all that stay, from where it is" "$(cat <&3 | sed -n '/^900:/,$p' | wc -l)" 101
} 3<notes
check_equal "others see what is left" "$(head -n 1 notes)" "101: note 101"
check_fails "what only takes text is not read" cat drop
check_fails "what only shows is not written" sh -c 'echo >count'
finish
