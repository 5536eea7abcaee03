# SPDX-License-Identifier: GPL-2.0
"""The host tier: each tests/host/**/*.cpp is a program in user space, linked with the fake kernel, run
under the address and undefined behaviour sanitizers. It sees the bindings of the default kernel.

    // sources: tests/vm/core/span.cpp ...       (in a test's comments: more files to compile with it)
"""

import os
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import bindings, outcome, packages, paths, ui

SANITIZERS = ("libclang-rt-22-dev",)
FOLDER = paths.ROOT / "tests" / "host"
LIBRARY_FLAGS = ["-ffreestanding", "-fno-exceptions", "-fno-rtti", "-D__KERNEL__", "-DMODULE",
                 '-DKBUILD_MODNAME="host"',
                 '-DKBUILD_BASENAME="host"', "-DKEEL_HOST=1"]
# The fake stands on the C library, and so is not freestanding.
FAKE_FLAGS = ["-fno-exceptions", "-fno-rtti"]
COMMON_FLAGS = ["-std=gnu++23", "-g", "-O1", "-Wall", "-Wextra", "-Werror", "-fno-omit-frame-pointer",
                "-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
ENVIRONMENT = {"ASAN_OPTIONS": "detect_leaks=1:abort_on_error=0:detect_stack_use_after_return=1",
               "UBSAN_OPTIONS": "print_stacktrace=1"}
TIMEOUT = 120  # seconds, for each program


def run(context):
    tests = [path for path in sorted(FOLDER.rglob("*.cpp")) if is_test(path) and context.wants(path)]
    if not tests:
        return
    packages.need(*packages.COMPILER, *SANITIZERS)
    includes = [f"-I{paths.ROOT / 'include'}", f"-I{bindings.ensure(context.kernel.kdir) / 'include'}", f"-I{FOLDER}"]
    with tempfile.TemporaryDirectory(prefix="keel-host-") as directory, ThreadPoolExecutor(2) as pool:
        scratch = Path(directory)
        shared = [(path, FAKE_FLAGS) for path in sorted((FOLDER / "fake").glob("*.cpp"))]
        with ui.step(f"compiling and running {len(tests)} host tests"):
            objects = list(pool.map(lambda job: compile_one(*job, includes, scratch), shared))
            for outcomes in pool.map(lambda path: run_one(path, includes, objects, scratch), tests):
                yield from outcomes


def is_test(path):
    return path.parent != FOLDER / "fake"


def compile_one(source, flags, includes, scratch):
    """The object file of a source; Failure with the compiler's words."""
    target = scratch / (os.path.relpath(source, paths.ROOT).replace("/", "-") + ".o")
    if not target.exists():
        ui.run(["clang++-22", *COMMON_FLAGS, *flags, *includes, "-c", source, "-o", target], quiet=True,
               fail=f"{os.path.relpath(source, paths.ROOT)} does not compile")
    return target


def run_one(path, includes, objects, scratch):
    """The outcomes of one test program."""
    from keel_vm import ktap
    name = os.path.relpath(path, paths.ROOT)
    program = scratch / (name.replace("/", "-") + ".test")
    try:
        own = [compile_one(source, LIBRARY_FLAGS, includes, scratch) for source in [path, *more_sources(path)]]
        ui.run(["clang++-22", "-fsanitize=address,undefined", "-o", program, *own, *objects], quiet=True,
               fail=f"{name} does not link")
    except ui.Failure as failure:
        return [outcome.failed(f"{name}: builds", f"{failure.detail[-4000:]}\n{failure}")]
    try:
        done = subprocess.run([program], capture_output=True, text=True, errors="replace", timeout=TIMEOUT,
                              env=dict(os.environ, **ENVIRONMENT), stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return [outcome.failed(name, f"it did not end in {TIMEOUT} s")]
    cases, problems = ktap.parse(done.stdout.splitlines())
    outcomes = [outcome.Outcome(f"{name}: {case.name}", case.verdict, "\n".join(case.notes)) for case in cases]
    if done.returncode and not any(case.verdict == "failed" for case in cases):
        problems.append(f"exit status {done.returncode}")
    if not cases:
        problems.append("no test was reported")
    if problems:
        outcomes.append(outcome.failed(name, "\n".join([*problems, done.stderr[-6000:]])))
    return outcomes


def more_sources(path):
    """The files that a test's "sources:" comments name."""
    words = " ".join(re.findall(r"^// sources: *(.*)$", path.read_text(), re.M)).split()
    return [source for word in words for source in sorted(paths.ROOT.glob(word))]
