# SPDX-License-Identifier: GPL-2.0
"""Reports of WARN_ON that a job expects: they must come, and the kernel is tainted by that and no more."""

import keel_vm
from keel_vm.boot import Segment
from keel_vm.judge import judge, spoilt
from support import contains, equal

REPORT = ["------------[ cut here ]------------", "WARNING: CPU: 0 PID: 70 at warnings.cpp:12 once+0x1a/0x1b [warnings]",
          "RIP: 0010:once+0x1a/0x1b [warnings]", "Call Trace:", " <TASK>", " init+0x10/0x20 [warnings]", " </TASK>",
          "---[ end trace 0000000000000000 ]---"]
LOADED = ["warnings: loading out-of-tree module taints kernel."]
WARNED = 12288 | 512


def problems(*lines, expected=("warnings.cpp:12",), taint=WARNED):
    job = keel_vm.Job("warnings", "", files=["warnings.ko"], expect_warnings=list(expected))
    result = judge(job, Segment(status=0, taint=taint, log=[*LOADED, *lines]), False)
    assert spoilt(result) or not expected, "another job would run in this kernel"
    return result.problems


def test_a_warning_that_is_expected_passes():
    equal(problems(*REPORT), [])


def test_a_warning_that_does_not_come_fails():
    contains("expected, and missing: warnings.cpp:12", problems(taint=12288))


def test_a_warning_that_nobody_expects_fails():
    contains("WARN", problems(*REPORT, expected=("warnings.cpp:99",)))
    contains("kernel tainted: 12800", problems(*REPORT, expected=(), taint=WARNED))


def test_a_warning_expected_without_its_taint_fails():
    contains("kernel tainted: 12288", problems(*REPORT, taint=12288))
