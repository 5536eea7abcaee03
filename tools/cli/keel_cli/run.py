# SPDX-License-Identifier: GPL-2.0
"""./keel run: builds a module, boots a kernel, loads the module, exercises it, unloads it, shows what happened."""

import os
import time
from pathlib import Path

from . import build, exercise, kernels, packages, ui, vm


def add_parser(commands):
    parser = commands.add_parser("run", help="build a module, boot a kernel, load, exercise and unload it")
    parser.add_argument("dir", metavar="DIR", help="the folder with the module's Makefile")
    parser.add_argument("-k", "--kernel", metavar="KERNEL", help="a series or an installed release "
                        f"(default {kernels.default()})")
    return parser


def main(args):
    started = time.monotonic()
    directory = Path(args.dir)
    build.check(directory)
    packages.need(*packages.COMPILER, *packages.VM)
    kernel = kernels.resolve(args.kernel)
    built = build.build(directory, kernel)
    name = os.path.relpath(directory)
    job = exercise.main_job(name, directory, built)
    with ui.step(f"booting {kernel.release}, running {' '.join(path.name for path in built)}"):
        result = vm.run(kernel, [job])[0]
    show(result)
    ui.summary(f"{name} on {kernel.release}: {verdict(result)} ({time.monotonic() - started:.1f} s)")
    return 0 if result.ok else 1


def show(result):
    """What the module logged, and what is wrong."""
    if result.ok:
        for line in result.log:
            if "module taints kernel" not in line and "module verification failed" not in line:
                ui.say(f"  log | {line}")
        for line in result.output:
            if line not in (exercise.LOADED, exercise.UNLOADED):
                ui.say(f"      | {line}")
        return
    for line in result.explain():
        ui.say(line)


def verdict(result):
    """One line: how far it came."""
    words = []
    loaded, unloaded = (mark in result.output for mark in (exercise.LOADED, exercise.UNLOADED))
    words.append("loaded" if loaded else "not loaded")
    if result.cases:
        failed, skipped = result.count("failed"), result.count("skipped")
        text = f"exercised ({len(result.cases)} checks" + (f", {skipped} skipped" if skipped else "") + ")"
        words.append(f"{failed} of {len(result.cases)} checks failed" if failed else text)
    if loaded:
        words.append("unloaded" if unloaded else "not unloaded")
    if not any("kernel" in problem or "leak" in problem for problem in result.problems):
        words.append("kernel log clean")
    if not result.ok:
        words.append("FAILED" + (f": {result.problems[0]}" if result.problems else ""))
    return ", ".join(words)
