# SPDX-License-Identifier: GPL-2.0
"""What the tests here have in common."""

import functools
import os
import shutil
import tempfile
from pathlib import Path

from keel_cli import kernels, ui

HERE = Path(__file__).resolve().parent


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
