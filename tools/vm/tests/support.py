# SPDX-License-Identifier: GPL-2.0
"""What the tests here have in common."""

import functools
import os
import tempfile
from pathlib import Path

from keel_cli import cmodule, kernels

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
    module, = cmodule.copy_and_build(HERE / "trouble", kernel(), _scratch().name)
    return module
