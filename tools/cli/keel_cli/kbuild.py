# SPDX-License-Identifier: GPL-2.0
"""The kernel's own build system, on a folder that is not one of Keel's modules."""

from . import paths, ui


def make(kdir, folder, *arguments, fail):
    """Builds a folder with the Kbuild of `kdir`, which does not ask the compiler what it has asked before (answers.mk)."""
    ui.run(["make", "-s", "-C", kdir, f"M={folder}", "CONFIG_DEBUG_INFO_BTF_MODULES=", *arguments], quiet=True, fail=fail,
           env={"MAKEFILES": str(paths.ROOT / "kbuild" / "answers.mk"), "KEEL_ANSWERS": str(paths.cache() / "answers")})
