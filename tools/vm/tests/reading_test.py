# SPDX-License-Identifier: GPL-2.0
"""What is read without a guest: KTAP, kernel logs, archives, module files."""

import pathlib
import subprocess
import tempfile

from keel_vm import dmesg, ktap, modules
from keel_vm.cpio import Archive
from support import contains, equal


def read(text, strict=False):
    cases, problems = ktap.parse(text.splitlines(), strict)
    return [(case.verdict, case.name) for case in cases], problems


def test_flat_results_are_read():
    cases, problems = read("KTAP version 1\n1..3\nok 1 - one\nnot ok 2 - two\nok 3 three # SKIP no device\n")
    equal(cases, [("passed", "one"), ("failed", "two"), ("skipped", "three (no device)")])
    equal(problems, [])


def test_nested_results_are_counted_once():
    cases, problems = read("KTAP version 1\n1..1\n  KTAP version 1\n  # Subtest: inner\n  1..2\n"
                           "    KTAP version 1\n    1..1\n    ok 1 deep\n  ok 1 a\n  ok 2 b\nok 1 inner\n")
    equal(cases, [("passed", "inner: a: deep"), ("passed", "inner: b")])
    equal(problems, [])


def test_a_parent_that_fails_alone_is_a_failure():
    cases, _ = read("KTAP version 1\n1..1\n  KTAP version 1\n  1..1\n  ok 1 child\nnot ok 1 parent\n")
    equal(cases, [("passed", "parent: child"), ("failed", "parent (as a whole)")])


def test_a_plan_that_is_not_fulfilled_is_a_problem():
    contains("planned 3 and reported 1", read("KTAP version 1\n1..3\nok 1 one\n")[1])
    contains("planned 1 and reported 2", read("KTAP version 1\n1..1\nok 1 one\nok 2 two\n")[1])
    contains("subtest inner planned 2 and reported 1",
             read("KTAP version 1\n1..1\n  KTAP version 1\n  # Subtest: inner\n  1..2\n  ok 1 a\nok 1 inner\n")[1])


def test_a_missing_plan_is_a_problem():
    contains("gave no plan", read("KTAP version 1\nok 1 one\n")[1])
    contains("began and never reported", read("KTAP version 1\n")[1])


def test_a_lost_line_is_a_problem():
    contains("came where test 2 was due", read("KTAP version 1\n1..3\nok 1 one\nok 3 three\n")[1])


def test_a_plan_may_come_last():
    equal(read("KTAP version 1\nok 1 one\n1..1\n"), ([("passed", "one")], []))


def test_skipping_all_is_a_skip():
    equal(read("KTAP version 1\n1..0 # SKIP no hardware\n"), ([("skipped", "no hardware")], []))


def test_words_that_look_like_results_are_none():
    equal(read("ok then\nokay 1\nnot ok\n"), ([], []))
    equal(read("ok 1 before any version line\n", strict=True), ([], []))


def test_notes_belong_to_the_next_result():
    cases, _ = ktap.parse(["KTAP version 1", "1..2", "ok 1 a", "# expected 1", "# got 2", "not ok 2 b"])
    equal(cases[1].notes, ["expected 1", "got 2"])


def test_a_second_document_starts_anew():
    document = "KTAP version 1\n1..1\nok 1 {}\n"
    equal(read(document.format("a") + document.format("b")), ([("passed", "a"), ("passed", "b")], []))


def test_a_warning_is_found_once_with_its_trace():
    log = ["before", "------------[ cut here ]------------", "WARNING: CPU: 1 PID: 2 at a.c:3 f+0x1/0x2 [m]",
           "Modules linked in: m(OE)", "Call Trace:", " <TASK>", " f+0x1/0x2", " </TASK>", "after"]
    reports = dmesg.complaints(log)
    equal([report.kind for report in reports], ["WARN"])
    contains(" f+0x1/0x2", dmesg.excerpt(log, reports))


def test_every_kind_of_complaint_has_a_name():
    for line, kind in [("BUG: kernel NULL pointer dereference, address: 0", "kernel oops"),
                       ("rcu: INFO: rcu_preempt self-detected stall on CPU", "RCU stall"),
                       ("INFO: task insmod:1 blocked for more than 120 seconds.", "hung task"),
                       ("WARNING: possible recursive locking detected", "lockdep"),
                       ("------------[ ftrace bug ]------------", "ftrace bug"),
                       ("BUG kmalloc-64 (Tainted: G): Poison overwritten", "BUG"),
                       ("BUG: scheduling while atomic: insmod/1", "sleeping in atomic context"),
                       ("kmem_cache_destroy m: Slab cache still has objects", "leak"),
                       ("Out of memory: Killed process 1", "out of memory"),
                       ("m: Unknown symbol f (err -2)", "module does not fit the kernel"),
                       ("watchdog: BUG: soft lockup - CPU#0 stuck for 26s!", "lockup")]:
        equal(dmesg.complaint(line), kind)


def test_test_names_are_no_complaints():
    equal(dmesg.complaint("ok 3 - a guard does not leak"), None)
    equal(dmesg.complaint("echo: opened"), None)


def test_time_stamps_are_stripped():
    equal(dmesg.strip("[    4.123456] hello\r\n"), "hello")
    equal(dmesg.strip("[    4.123456][  T12] hello"), "hello")
    equal(dmesg.strip("[    4.123456]   ok 1 nested"), "  ok 1 nested")


def test_the_archive_is_one_that_cpio_reads():
    archive = Archive()
    archive.file("a/b/c.txt", b"hello", 0o755)
    archive.file("a/d", b"")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["busybox", "cpio", "-id"], input=archive.bytes(), cwd=folder, check=True,
                       stderr=subprocess.DEVNULL)
        with open(f"{folder}/a/b/c.txt", "rb") as file:
            equal(file.read(), b"hello")


def test_what_is_built_in_is_not_loaded():
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "modules.builtin").write_text("kernel/fs/configfs/config-fs.ko\n")
        stock = modules.Stock(folder)
        equal(stock.closure(["config_fs"]), [])
        try:
            stock.closure(["absent"])
        except LookupError as error:
            equal(str(error), "this kernel has no module absent")
        else:
            raise AssertionError("a module that is nowhere was loaded")


def test_module_information_is_read():
    data = b"\0license=GPL\0depends=parport,i2c-core\0name=m\0"
    equal(modules.dependencies(data), ["parport", "i2c_core"])
    equal(modules.modinfo(data, "absent"), "")
    equal(modules.canonical("/x/i2c-dev.ko.xz"), "i2c_dev")
