# SPDX-License-Identifier: GPL-2.0
"""A test is a function marked @test; each prints one "ok NAME" or "not ok NAME" line."""

import functools
import os
import shutil
import sys
import tempfile
import traceback
from pathlib import Path

from keel_cli import kernels, ui

HERE = Path(__file__).resolve().parent
_tests = []


def test(function):
    """Marks a test; its name is the function's, as a sentence."""
    _tests.append(function)
    return function


def run_all():
    failed = 0
    for function in _tests:
        name = function.__name__.replace("_", " ")
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
            print(f"not ok {name}", flush=True)
            failed += 1
        else:
            print(f"ok {name}", flush=True)
    return 1 if failed else 0


def equal(actual, expected):
    assert actual == expected, f"expected {expected!r}, got {actual!r}"


def contains(fragment, lines):
    text = "\n".join(lines)
    assert fragment in text, f"no {fragment!r} in:\n{text}"


@functools.cache
def kernel():
    return kernels.resolve(os.environ.get("KEEL_KERNEL"))


@functools.cache
def _scratch():
    return tempfile.TemporaryDirectory(prefix="keel-vm-tests-")


@functools.cache
def trouble():
    """The module that does what a module must not, built for kernel()."""
    folder = Path(_scratch().name) / "trouble"
    shutil.copytree(HERE / "trouble", folder)
    ui.run(["make", "-C", kernel().kdir, f"M={folder}", "CONFIG_DEBUG_INFO_BTF_MODULES=", "modules"], quiet=True)
    return folder / "trouble.ko"
