# SPDX-License-Identifier: GPL-2.0
"""Builds a module that is plain C, outside the checkout: the twins that benches and tests compare with."""

import shutil
from pathlib import Path

from . import kbuild, packages


def copy_and_build(directory, kernel, scratch):
    """Copies a folder to `scratch` and builds it there; the .ko files."""
    packages.need(*packages.COMPILER)
    target = Path(scratch) / Path(directory).name
    shutil.copytree(directory, target)
    return make(target, kernel)


def make(directory, kernel):
    """Builds a folder in place; the .ko files."""
    kbuild.make(kernel.kdir, directory, "modules", fail=f"{directory.name} does not build for kernel {kernel.name}")
    return sorted(Path(directory).glob("*.ko"))
