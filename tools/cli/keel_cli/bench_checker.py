# SPDX-License-Identifier: GPL-2.0
"""./keel bench checker: what the checker adds to the compile time of each sample. bench/checker/README.md."""

import os
import shlex
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from . import bench, bindings, build, checker, packages, paths, ui

ROUNDS = 15   # of each, in turn; the median counts
ALLOWED = 10  # per cent above a compile without the checker


def measure(kernel):
    packages.need(*packages.COMPILER)
    plugin = checker.arguments(bindings.ensure(kernel.kdir))
    rows, total = [], [0.0, 0.0]
    with tempfile.TemporaryDirectory(prefix="keel-bench-") as scratch:
        for sample in samples():
            commands = compiles(sample, kernel, Path(scratch))
            with ui.step(f"compiling {sample.name} {2 * ROUNDS} times"):
                times = [sum(column) for column in zip(*(compare(command, plugin) for command in commands))]
            total = [a + b for a, b in zip(total, times)]
            rows.append(row(sample.name, times))
    bench.table(f"compile at -O2 on {kernel.release}, CPU milliseconds, median of {ROUNDS}",
                ("sample", "without", "with", "ratio"), [*rows, row("all", total)])
    added = 100 * (total[1] / total[0] - 1)
    return [f"the checker adds {added:.1f} % to the compile time, {ALLOWED} % allowed"] if added > ALLOWED else []


def samples():
    return sorted(makefile.parent for makefile in (paths.ROOT / "samples").glob("*/Makefile"))


def row(name, times):
    without, with_it = times
    return (name, f"{1000 * without:.1f}", f"{1000 * with_it:.1f}", f"{with_it / without:.3f}")


def compiles(sample, kernel, scratch):
    """(words, folder) of each command by which Kbuild compiles the C++ of a sample: it keeps them, and we read them."""
    folder = scratch / sample.name
    shutil.copytree(sample, folder, ignore=lambda _folder, names: [n for n in names if n.startswith(".")])
    build.build(folder, kernel)
    kept = sorted(folder.rglob(".*.bc.cmd"))
    if not kept:
        raise ui.Failure(f"{sample.name} has no C++ to compile")
    commands = [shlex.split(path.read_text().splitlines()[0].split(":=", 1)[1]) for path in kept]
    return [(words[1:] if words[0] == "ccache" else words, folder) for words in commands]


def compare(command, plugin):
    """Seconds of processor time without and with the checker, taken in turn so that both meet the same machine."""
    words, folder = command
    bare = without(words, plugin)
    times = [(seconds(bare, folder), seconds(words, folder)) for _ in range(ROUNDS)]
    return [statistics.median(column) for column in zip(*times)]


def without(words, plugin):
    """The command less the words that load the checker, which must be in it."""
    for start in range(len(words)):
        if words[start:start + len(plugin)] == plugin:
            return words[:start] + words[start + len(plugin):]
    raise ui.Failure("the build does not load the checker as ./keel check does: kbuild/rules.mk and checker.py differ")


def seconds(words, folder):
    """Processor time of a command, in and for it: what else the machine does is not in that."""
    child = subprocess.Popen(words, cwd=folder, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise ui.Failure(f"a sample no longer compiles: {shlex.join(words)}")
    return usage.ru_utime + usage.ru_stime
