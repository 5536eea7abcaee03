# SPDX-License-Identifier: GPL-2.0
"""./keel build: a folder's modules, built for a kernel."""

import os
import re
import time
from pathlib import Path

from . import checker, kernels, packages, parallel, paths, ui


def add_parser(commands):
    parser = commands.add_parser("build", help="build a module for a kernel")
    parser.add_argument("dir", metavar="DIR", help="the folder with the module's Makefile")
    parser.add_argument("-k", "--kernel", metavar="KERNEL", help="a series, an installed release or a build directory "
                        f"(default {kernels.default()})")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count(), help="how many compilers at a time")
    return parser


def main(args):
    modules = build(Path(args.dir), kernels.resolve(args.kernel), args.jobs)
    ui.summary("built " + ", ".join(f"{os.path.relpath(module)} ({module.stat().st_size // 1024} KiB)"
                                    for module in modules))


def build(directory, kernel, jobs=None):
    """Builds the modules of `directory` for `kernel` and returns the .ko files."""
    directory = Path(directory)
    check(directory)
    directory = directory.resolve()
    packages.need(*packages.COMPILER)
    start = time.monotonic()
    bindings, plugin = ensure_bindings(kernel), checker.ensure()
    with ui.step(f"building {directory.name} for {kernel.release}"):
        try:
            ui.run(["make", "-C", directory, f"KDIR={kernel.kdir}", f"KEEL={paths.ROOT}", f"KEEL_BINDINGS={bindings}",
                    f"KEEL_CHECKER={plugin}", f"-j{jobs or os.cpu_count()}"], quiet=True)
        except ui.Failure as failure:
            # An older module must not be mistaken for what was asked for.
            for stale in modules_of(directory):
                stale.unlink(missing_ok=True)
            raise ui.Failure(f"{directory.name} does not build for kernel {kernel.name}",
                             without_make(failure.detail)) from failure
    built = [module for module in modules_of(directory) if module.exists()]
    if not built:
        raise ui.Failure(f"make made no .ko in {directory}")
    if ui.verbose:
        ui.say(f"  total: {time.monotonic() - start:.2f} s")
    return built


def build_all(directories, kernel):
    """{folder: its .ko files, or the Failure}, several at a time."""
    if directories:
        packages.need(*packages.COMPILER)
        ensure_bindings(kernel), checker.ensure()  # once, and not by each that waits for the other

    def attempt(directory):
        try:
            return build(directory, kernel)
        except ui.Failure as failure:
            return failure

    with parallel.workers() as pool:
        return dict(zip(directories, pool.map(attempt, directories)))


def ensure_bindings(kernel):
    from . import bindings
    with ui.step(f"bindings of {kernel.release}"):
        return bindings.ensure(kernel.kdir)


def check(directory):
    """That there is something to build in `directory`."""
    if not directory.is_dir():
        raise ui.Failure(f"{directory} is not a folder: name one that holds a module's Makefile")
    makefile = next((directory / name for name in ("Makefile", "Kbuild") if (directory / name).is_file()), None)
    if makefile is None:
        raise ui.Failure(f"{directory} has no Makefile: ./keel new driver NAME makes a folder that has one")
    if not object_names(directory):
        raise ui.Failure(f"{makefile} builds no module: it has no line like obj-m := {directory.resolve().name}.o")
    if re.search(r"[\s:]", f"{directory.resolve()}{paths.ROOT}"):
        raise ui.Failure("the kernel's build system takes no path with a space or a colon in it: move the folder")


def object_names(directory):
    """The names after obj-m in the folder's Makefile or Kbuild."""
    text = "".join((directory / name).read_text() for name in ("Makefile", "Kbuild") if (directory / name).is_file())
    text = text.replace("\\\n", " ")
    return re.findall(r"[\w-]+(?=\.o\b)", " ".join(re.findall(r"^\s*obj-m\s*[:+?]?=(.*)$", text, re.M)))


def modules_of(directory):
    return [directory / f"{name}.ko" for name in object_names(directory)]


def without_make(output):
    """The compiler's words, without make's about where it is and about passing a failure on."""
    noise = re.compile(r"make(\[\d+\])?: (Entering|Leaving) directory|make(\[\d+\])?: \*\*\* (\[.*Error \d+$|Waiting for)")
    return "".join(line for line in output.splitlines(keepends=True) if not noise.match(line))
