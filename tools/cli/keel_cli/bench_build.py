# SPDX-License-Identifier: GPL-2.0
"""./keel bench build: how long hello takes to build, in C and in Keel, and the bindings. bench/build/README.md."""

import os
import shutil
import tempfile
import time
from pathlib import Path

from . import bench, bindings, checker, cmodule, packages, paths, ui

ROUNDS = 7  # the least of them counts


def measure(kernel):
    packages.need(*packages.COMPILER)
    bindings.ensure(kernel.kdir)
    checker.ensure()
    with tempfile.TemporaryDirectory(prefix="keel-bench-") as scratch:
        scratch = Path(scratch)
        c = Subject(paths.ROOT / "bench" / "build" / "c_hello", scratch, "c_hello.c", lambda d: cmodule.make(d, kernel))
        keel = Subject(paths.ROOT / "samples" / "hello", scratch, "hello.cpp", lambda d: make(d, kernel))
        with ui.step(f"building each {3 * ROUNDS} times"):
            rows = [(what, seconds(c, what), seconds(keel, what)) for what in ("clean", "one line", "nothing")]
        with ui.step(f"making the bindings {ROUNDS} times"):
            bindings_time = min(fresh_bindings(kernel, scratch / f"cache{i}") for i in range(ROUNDS))
    bench.table(f"hello on {kernel.release}, seconds, least of {ROUNDS}", ("build", "C", "Keel", "ratio"),
                [(what, f"{a:.2f}", f"{b:.2f}", f"{b / a:.2f}") for what, a, b in rows])
    print(f"bindings of {kernel.release}: {bindings_time:.2f} s\n")
    return []


class Subject:
    """A copy of a module's folder, and how to build it."""

    def __init__(self, directory, scratch, source, build):
        self.directory = Path(scratch) / directory.name
        self.directory.mkdir()
        for name in ("Makefile", source):
            shutil.copy(directory / name, self.directory)
        self.source, self._build = self.directory / source, build

    def prepare(self, what):
        """Brings the folder into the state that the build is timed from."""
        if what == "clean":
            pristine = {"Makefile", self.source.name}
            for path in self.directory.iterdir():
                if path.name not in pristine and path.is_file():
                    path.unlink()
        elif what == "one line":
            text = self.source.read_text()
            was, becomes = ("(init)", "(init!)") if "(init)" in text else ("(init!)", "(init)")
            self.source.write_text(text.replace(was, becomes))

    def build(self):
        self._build(self.directory)


def seconds(subject, what):
    least = None
    for _ in range(ROUNDS):
        subject.prepare(what)
        started = time.monotonic()
        subject.build()
        took = time.monotonic() - started
        least = took if least is None else min(least, took)
    return least


def make(directory, kernel):
    """The build that the user's Makefile does, with the bindings and the checker at hand."""
    ui.run(["make", "-C", directory, f"KDIR={kernel.kdir}", f"KEEL={paths.ROOT}"], quiet=True)


def fresh_bindings(kernel, cache):
    """Seconds to make the bindings in an empty cache that has the built tools."""
    cache.mkdir()
    for kept in ("bin", "build", "kernels"):
        if (paths.cache() / kept).exists():
            (cache / kept).symlink_to(paths.cache() / kept)
    started = time.monotonic()
    ui.run([paths.ROOT / "keel", "bindings", kernel.kdir], env={"KEEL_CACHE": os.fspath(cache)}, quiet=True)
    return time.monotonic() - started
