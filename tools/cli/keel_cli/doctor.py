# SPDX-License-Identifier: GPL-2.0
"""./keel doctor: what is here, what is missing, what it is for and how to get it."""

import os
import shutil

from . import kernels, packages, paths, ui

# The most a kernel takes while it is being added: its packages and what they unpack to.
KERNEL_MB = 900


def add_parser(commands):
    return commands.add_parser("doctor", help="what is here, what is missing, what it is for")


def main(_args):
    absent = set(packages.missing(*packages.ALL))
    for name in packages.ALL:
        line("missing" if name in absent else "ok", name, packages.PURPOSE[name])
    if absent:
        how = "./keel setup" if packages.as_root() is not None else f"as root: {packages.command(sorted(absent))}"
        ui.summary(f"         to install what is missing: {how}")
    tools = sorted(tool.name for tool in (paths.cache() / "bin").glob("keel-*") if os.access(tool, os.X_OK))
    line("ok" if tools else "later", "tools", ", ".join(tools) or "./keel setup builds them, or the first use of them")
    broken = check_kernels()
    crowded = check_disk()
    problems = len(absent) + broken + crowded
    ui.summary(f"doctor: {problems} problems" if problems else "doctor: all is here")
    return 1 if problems else 0


def line(state, what, about):
    ui.summary(f"{state:8} {what:20} {about}")


def check_kernels():
    """Says which kernels are here; returns how many of them do not work."""
    broken = 0
    kept = kernels.kept()
    for name in kernels.matrix():
        if name not in kept:
            line("later", f"kernel {name}", f"./keel kernel add {name}, or the first use of it does it")
    for name, kernel in kept.items():
        compiler = kernels.compiler_of(kernel.kdir)
        if compiler and not shutil.which(compiler):
            broken += 1
            line("missing", f"kernel {name}", f"its compiler {compiler}: ./keel kernel remove {name}, and add it again")
        else:
            line("ok", f"kernel {name}", f"{kernel.release}, {kernel.kdir}")
    return broken


def check_disk():
    place = paths.cache()
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free // 1_000_000
    writable = os.access(place, os.W_OK)
    enough = free >= KERNEL_MB and writable
    line("ok" if enough else "missing", "disk", f"{free} MB free for {paths.cache()}"
         + ("" if enough else f"; a kernel takes {KERNEL_MB} MB" if writable else "; not writable: set KEEL_CACHE"))
    return 0 if enough else 1
