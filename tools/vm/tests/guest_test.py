# SPDX-License-Identifier: GPL-2.0
"""What the runner says of guests in which something is wrong. One list of jobs, one call: what spoils a kernel must not
reach the jobs after it."""

import functools

import keel_vm
from support import contains, equal, kernel, trouble

QUICK = keel_vm.Options(grace=4, boot_timeout=120)
LOOKED_FOR = 60  # seconds: what is left is looked at until it is sure to stay


def job(what, timeout=LOOKED_FOR, **more):
    return keel_vm.Job(what, f"insmod trouble.ko what={what} && rmmod trouble", files=[trouble()], timeout=timeout,
                       leaks=True, **more)


def shell(name, script, **more):
    return keel_vm.Job(name, script, timeout=30, **more)


@functools.cache
def results():
    jobs = [shell("fine", "echo KTAP version 1; echo 1..1; echo ok 1 - fine; lsmod", ktap=True),
            shell("status", "exit 3"), shell("no tests", "true", ktap=True),
            shell("stock", "grep -q null_blk /proc/modules", modules=["null_blk"]),
            job("none"), job("error"), shell("expected", "echo as foreseen: WARNING: at nothing >/dev/kmsg",
                                   expect_log=["as foreseen"]),
            shell("expected and missing", "true", expect_log=["never said"]),
            job("half-tests"), job("tests"), job("warn"), job("leak"), job("vleak"),
            job("overrun"),
            job("use-after-free"), job("sleep-in-atomic"), job("oops"), job("bug"), job("oops-late"), job("spin", 10),
            job("stuck", 10), shell("user hang", "sleep 1000"), shell("power off", "poweroff -f; sleep 5"),
            shell("out of memory", "mount -t tmpfs -o size=2g none /mnt && dd if=/dev/zero of=/mnt/all bs=1M"),
            shell("storm", "storm -t 1 -p 2 -e ENOSPC /dev/full && storm -n 1000 -i 0x5401 /dev/full", ktap=True),
            shell("wrong storm", "storm -t 1 -p 2 /dev/full", ktap=True),
            shell("load", "test $LOAD_SECONDS = 7", load=7),
            shell("left loaded", "insmod trouble.ko", files=[trouble()], leaks=True),
            shell("known leak", "insmod trouble.ko what=leak && rmmod trouble", files=[trouble()], leaks=True,
                  known_leaks=["kmalloc-128"]), shell("last", "true")]
    next(job for job in jobs if job.name == "user hang").timeout = 5
    next(job for job in jobs if job.name == "known leak").timeout = LOOKED_FOR
    return {result.name: result for result in keel_vm.run(kernel(), jobs, QUICK)}


def problem(name, *fragments):
    result = results()[name]
    assert not result.ok, f"{name} passed"
    for fragment in fragments:
        contains(fragment, result.problems)


def test_what_is_in_order_passes():
    for name in ("fine", "stock", "none", "expected", "known leak", "storm", "load", "last"):
        assert results()[name].ok, "\n".join(results()[name].explain())
    equal([case.name for case in results()["fine"].cases], ["fine"])


def test_a_failing_script_fails():
    problem("status", "exit status 3")
    problem("error", "exit status")


def test_a_job_without_its_tests_fails():
    problem("no tests", "no test was reported")


def test_an_error_that_is_not_documented_fails():
    result = results()["wrong storm"]
    contains("write must not answer: ENOSPC", result.output)
    equal([case.name for case in result.cases if case.verdict == "failed"], ["every error is one that is documented"])


def test_an_expected_complaint_that_does_not_come_fails():
    problem("expected and missing", "expected, and missing: never said")


def test_an_unfinished_plan_in_the_kernel_log_fails():
    problem("half-tests", "subtest inner planned 3 and reported 1")


def test_a_failed_test_in_the_kernel_log_fails():
    result = results()["tests"]
    equal([(case.verdict, case.name) for case in result.cases],
          [("passed", "inner: first"), ("failed", "inner: second"), ("skipped", "inner: third (no device)")])
    contains("expected 1, got 2", result.explain())
    assert not result.ok


def test_a_warning_fails_by_log_and_taint():
    problem("warn", "kernel tainted: 12800 (WARN, out-of-tree module, unsigned module)", "WARN: WARNING: ")
    contains("trouble_init", results()["warn"].explain())


def test_a_leak_is_found_after_unloading():
    problem("leak", "leak: 1 object(s) of kmalloc-128")
    problem("vleak", "bytes of vmalloc allocated by")


def test_a_module_that_is_left_loaded_is_named():
    problem("left loaded", "a module is still loaded: trouble")


def test_an_overrun_is_found():
    problem("overrun", "Redzone overwritten")


def test_a_use_after_free_is_found():
    problem("use-after-free", "Poison overwritten")


def test_sleeping_in_atomic_context_is_found():
    problem("sleep-in-atomic", "scheduling while atomic")


def test_an_oops_ends_the_guest_and_is_shown():
    problem("oops", "the kernel died", "NULL pointer dereference")
    problem("oops-late", "the kernel died", "NULL pointer dereference")
    contains("trouble_init+", results()["oops"].explain())


def test_a_bug_ends_the_guest_and_is_shown():
    problem("bug", "the kernel died", "kernel BUG at")


def test_a_processor_that_hangs_is_shown():
    result = results()["spin"]
    assert any("timed out" in p or "hung" in p for p in result.problems), result.problems
    contains("trouble_init", result.explain())


def test_a_task_that_hangs_is_shown():
    problem("stuck", "timed out after 10 s")
    contains("trouble_init", results()["stuck"].explain())


def test_a_program_that_hangs_is_ended():
    problem("user hang", "timed out after 5 s")


def test_a_guest_that_powers_off_fails():
    problem("power off", "the guest died")


def test_running_out_of_memory_fails():
    problem("out of memory", "out of memory")
