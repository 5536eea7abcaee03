# SPDX-License-Identifier: GPL-2.0
"""Traps that a job expects: these, in this order, and nothing beside them."""

import keel_vm
from keel_vm.boot import Segment
from keel_vm.judge import judge, spoilt
from support import contains, equal

INDEX = "keel: index out of bounds at /src/span.hpp:43"
VALUE = "keel: value of an empty Option at /src/option.hpp:83"
OOPS = ["invalid opcode: 0000 [#1] PREEMPT SMP NOPTI", "CPU: 0 PID: 70 Comm: sh Tainted: G           OE",
        "RIP: 0010:trap_at+0x1a/0x1b [traps]", "Call Trace:", " <TASK>", " write+0x10/0x20 [traps]", " </TASK>",
        "Modules linked in: traps(OE)", "---[ end trace 0000000000000000 ]---"]
LOADED = ["traps: loading out-of-tree module taints kernel."]
DIED = 12288 | 128


def problems(*lines, expected=("index", "empty Option"), taint=DIED, **more):
    job = keel_vm.Job("traps", "", files=["traps.ko"], expect_traps=list(expected), **more)
    log = [*LOADED, *(line for each in lines for line in (each if isinstance(each, list) else [each]))]
    result = judge(job, Segment(status=0, taint=taint, log=log), False)
    assert spoilt(result) or not expected, "another job would run in this kernel"
    return result.problems


def test_traps_that_are_expected_pass():
    equal(problems(INDEX, OOPS, VALUE, OOPS), [])


def test_a_trap_that_does_not_come_fails():
    contains("trap 2: expected: empty Option, and came: none", problems(INDEX, OOPS))


def test_a_trap_too_many_fails():
    contains("trap 3: expected: none, and came: value of an empty", problems(INDEX, OOPS, VALUE, OOPS, VALUE, OOPS))


def test_traps_in_the_wrong_order_fail():
    contains("trap 1: expected: index, and came: value", problems(VALUE, OOPS, INDEX, OOPS))


def test_an_oops_that_is_no_trap_fails():
    contains("kernel oops", problems(INDEX, OOPS, VALUE, OOPS, OOPS))
    contains("kernel oops", problems(INDEX, ["BUG: unable to handle page fault for address: 0", *OOPS[1:]], VALUE, OOPS))


def test_another_complaint_beside_the_traps_fails():
    contains("WARN", problems(INDEX, OOPS, VALUE, OOPS, "----", "WARNING: CPU: 0 PID: 1 at kernel/x.c:1"))


def test_a_trap_that_nobody_expects_fails():
    contains("trap: index out of bounds", problems(INDEX, OOPS, expected=(), taint=12288))
    contains("kernel tainted: 12416", problems(expected=()))


def test_a_further_taint_fails():
    contains("kernel tainted: 12928", problems(INDEX, OOPS, VALUE, OOPS, taint=DIED | 512))


def test_a_trap_that_leaves_no_taint_fails():
    contains("instead of 12416", problems(INDEX, OOPS, VALUE, OOPS, taint=12288))
