# SPDX-License-Identifier: GPL-2.0
"""What is left of a run that is ended from outside: nothing."""

import os
import signal
import subprocess
import sys
import time
from types import SimpleNamespace
from pathlib import Path

import keel_vm
from support import HERE, contains, kernel

PROGRAM = """
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import keel_vm
from types import SimpleNamespace
kernel = SimpleNamespace(image=sys.argv[2], modules=None)
jobs = [keel_vm.Job(f"sleeps {n}", "sleep 1000", timeout=2000) for n in range(int(sys.argv[3]))]
keel_vm.run(kernel, jobs)
"""


def guests_of(pid):
    """The QEMU processes that `pid` started."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(") ")[2].split()
            name = (entry / "comm").read_text()
        except OSError:
            continue
        if fields[1] == str(pid) and name.startswith("qemu"):
            found.append(int(entry.name))
    return found


def heed_ctrl_c():
    """A shell starts what runs in the background with SIGINT ignored, and so would these tests be."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def ends_with(signal_number, jobs=1, expected=1):
    """Starts a run, ends it with a signal once its guests are up, and looks for what is left."""
    child = subprocess.Popen([sys.executable, "-c", PROGRAM, HERE.parent, kernel().image, str(jobs)],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=heed_ctrl_c)
    until = time.monotonic() + 60
    while len(guests := guests_of(child.pid)) < expected:
        assert time.monotonic() < until, f"{len(guests)} guests are there"
        time.sleep(0.1)
    child.send_signal(signal_number)
    child.wait(timeout=20)
    until = time.monotonic() + 5
    while any(os.path.exists(f"/proc/{pid}") for pid in guests):
        assert time.monotonic() < until, "the guest lives on"
        time.sleep(0.1)


def test_ctrl_c_leaves_no_process():
    ends_with(signal.SIGINT)


def test_ctrl_c_ends_all_guests():
    ends_with(signal.SIGINT, jobs=20, expected=min(2, os.cpu_count()))


def test_even_a_kill_ends_all_guests():
    ends_with(signal.SIGKILL, jobs=20, expected=min(2, os.cpu_count()))


def test_a_termination_leaves_no_process():
    ends_with(signal.SIGTERM)


def test_even_a_kill_leaves_no_process():
    ends_with(signal.SIGKILL)


def test_a_guest_that_is_killed_is_a_failed_job():
    def kill(source, text):
        for pid in guests_of(os.getpid()):
            os.kill(pid, signal.SIGKILL)

    result, = keel_vm.run(kernel(), [keel_vm.Job("killed", "sleep 1000")], on_line=kill)
    contains("the guest died", result.problems)


def test_a_kernel_that_does_not_boot_is_a_failed_job():
    broken = SimpleNamespace(image="/dev/null", modules=None)
    result, = keel_vm.run(broken, [keel_vm.Job("none", "true")], keel_vm.Options(boot_timeout=5))
    assert not result.ok
    contains("", result.problems)


def test_an_unknown_stock_module_is_named():
    try:
        keel_vm.run(kernel(), [keel_vm.Job("none", "true", modules=["no_such_module"])])
    except LookupError as error:
        contains("no module no_such_module", [str(error)])
    else:
        raise AssertionError("it ran")
