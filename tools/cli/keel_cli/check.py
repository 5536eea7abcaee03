# SPDX-License-Identifier: GPL-2.0
"""./keel check: the safe profile, format, shape, headers that stand alone, and the uses of UNSAFE."""

import collections
import dataclasses
import importlib
import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from . import kbuild, kernels, packages, parallel, paths, safe, ui

FORMATTED = {".hpp", ".cpp", ".h", ".c"}
# Made by a tool and kept to compare with, or not whole before a tool has filled it in.
NOT_CODE = ("tools/bindgen/tests/cases/", "tools/cli/templates/")


def add_parser(commands):
    parser = commands.add_parser("check", help="the safe profile, format, shape, headers, uses of UNSAFE")
    parser.add_argument("dir", metavar="DIR", nargs="?", help="check only this folder (default: the whole checkout)")
    parser.add_argument("-k", "--kernel", metavar="KERNEL", help=f"as it compiles for this one (default {kernels.default()})")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--fix", action="store_true", help="format the files instead of complaining")
    only.add_argument("--watch", action="store_true", help="check the safe profile of DIR again whenever a source of it or "
                      "a header of the library changes, until Ctrl-C")
    only.add_argument("--unsafe-report", action="store_true", help="list every use of UNSAFE and its reason, no more")
    only.add_argument("--context-audit", action="store_true", help="build the modules in DIR, and list what may sleep in "
                      "atomic context as their bitcode has it, no more")
    return parser


def main(args):
    if args.context_audit or args.watch:
        what, run = ("context_audit", "audit") if args.context_audit else ("watch", "watch")
        if not args.dir or args.json:
            raise ui.Failure(f"--{what.replace('_', '-')} goes with the folder of a module, and not with --json: ./keel check "
                             f"samples/echo --{what.replace('_', '-')}")
        return getattr(importlib.import_module(f".{what}", __package__), run)(Path(args.dir), args.kernel)
    sys.path.insert(0, str(paths.ROOT / "tools" / "lint"))
    root, files = select(args.dir)
    if args.unsafe_report:
        return unsafe_report(root, files, args.json)
    found = [*misformatted(root, files, args.fix), *misshapen(root, files), *broken_headers(root, files),
             *unsafe_code(root, files, args.kernel)]
    if args.json:
        problems = [dataclasses.asdict(problem) for problem in found]
        ui.summary(as_text(root, files=len(files), problems=problems, unsafe=uses(root, files)))
        return 1 if found else 0
    for problem in found:
        ui.say(str(problem))
    ui.summary(f"check: {len(files)} files, {len(found)} problems, {len(uses(root, files))} uses of UNSAFE")
    return 1 if found else 0


def select(directory):
    """(root, files below it to check, relative to it). Inside the checkout the root is the checkout's."""
    start = Path(directory or paths.ROOT).resolve()
    if not start.is_dir():
        raise ui.Failure(f"{directory} is not a folder")
    root = paths.ROOT if start.is_relative_to(paths.ROOT) else start
    files = ours(start) if root == paths.ROOT else theirs(start)
    return root, sorted(file for file in files if (root / file).is_file() and not str(file).startswith(NOT_CODE))


def ours(start):
    """The files below `start` that git knows or does not ignore, relative to the checkout."""
    packages.need("git")
    listed = ui.run(["git", "-c", f"safe.directory={paths.ROOT}", "-C", start, "ls-files", "-z", "-co",
                     "--exclude-standard", "--full-name"], quiet=True, fail=f"git cannot list the files of {paths.ROOT}")
    return [Path(name) for name in listed.split("\0") if name]


def theirs(start):
    """The files below a folder that is not ours, less hidden ones and the C that Kbuild writes."""
    return [name for name in (file.relative_to(start) for file in start.rglob("*"))
            if not name.name.endswith(".mod.c") and not any(part.startswith(".") for part in name.parts)]


def misformatted(root, files, fix):
    packages.need(*packages.FORMAT)
    # A program that must not compile keeps its mistake and what is said of it on one line.
    sources = [file for file in files if file.suffix in FORMATTED and file.parts[:2] != ("tests", "reject")]
    if not sources:
        return []
    style = f"--style=file:{paths.ROOT / '.clang-format'}"
    with ui.step(f"format of {len(sources)} files"):
        mode = ["-i"] if fix else ["--dry-run", "--ferror-limit=1"]
        result = subprocess.run(["clang-format-22", style, *mode, *sources], cwd=root, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode:
        raise ui.Failure("clang-format failed", result.stdout)
    wrong = [line.split(": ")[0].split(":") for line in result.stdout.splitlines() if "clang-format-violations" in line]
    return [problem("format", file, line, "not formatted: ./keel check --fix", column) for file, line, column in wrong]


def problem(rule, file, line, message, column=1):
    return safe.Problem(str(file), int(line), int(column), message, rule, f"{file}:{line}:{column}: error: {message}\n")


def misshapen(root, files):
    import shape
    if root != paths.ROOT:
        return []  # the shape is this checkout's, not everyone's
    with ui.step("shape"):
        return [problem("shape", file, line, what) for file, line, what in shape.check(root, files)]


def unsafe_code(root, files, kernel):
    """What the safe profile refuses in the modules among `files`."""
    folders = safe.modules({(root / file).parent for file in files if file.name in ("Makefile", "Kbuild")})
    if not folders:
        return []
    sources = safe.sources(folders, kernels.resolve(kernel))
    with ui.step(f"safe profile of {len(sources)} sources"):
        return [found for results in safe.check(sources).values() for found in results]


def broken_headers(root, files):
    """The headers of the library that do not compile alone and twice, for the default kernel."""
    import shape
    headers = shape.headers(files)
    if not headers:
        return []
    from . import bindings
    packages.need(*packages.COMPILER)
    kernel = kernels.resolve()
    made = bindings.ensure(kernel.kdir)
    command = ["clang++-22", *flags(kernel), f"-I{root / 'include'}", f"-I{made / 'include'}", "-fsyntax-only",
               '-DKBUILD_MODNAME="check"', "-x", "c++", "-"]

    def compile_alone(header):
        name = header.relative_to("include")
        result = subprocess.run(command, input=f"#include <{name}>\n#include <{name}>\n", text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if result.returncode == 0:
            return None
        first = next((line for line in result.stdout.splitlines() if "error:" in line), result.stdout)
        return problem("header", header, 1, f"does not compile alone: {first}")

    with ui.step(f"{len(headers)} headers alone, for {kernel.release}"), parallel.workers() as pool:
        return [found for found in pool.map(compile_alone, headers) if found]


def flags(kernel):
    """The compiler flags of a C++ translation unit for that kernel, as kbuild computes them."""
    with tempfile.TemporaryDirectory(prefix="keel-check-") as directory:
        for file in (paths.ROOT / "kbuild" / "probe").iterdir():
            (Path(directory) / file.name).write_bytes(file.read_bytes())
        kbuild.make(kernel.kdir, directory, f"KEEL={paths.ROOT}", fail=f"the flags of kernel {kernel.name} cannot be read")
        lines = (Path(directory) / "probe.txt").read_text().splitlines()
    return shlex.split(dict(line.split("=", 1) for line in lines)["cxxflags"])


def as_text(root, **values):
    """JSON. Names of files in it are absolute, or relative to its `root`."""
    return json.dumps({"root": str(root), **values}, indent=1)


def uses(root, files):
    import unsafe
    return unsafe.uses(root, files)


def unsafe_report(root, files, as_json):
    found = uses(root, files)
    counts = collections.Counter(use["folder"] for use in found)
    if as_json:
        ui.summary(as_text(root, total=len(found), folders=dict(sorted(counts.items())), unsafe=found))
        return 0
    for folder, count in sorted(counts.items()):
        ui.summary(f"{folder}: {count}")
        for use in (use for use in found if use["folder"] == folder):
            ui.summary(f"    {use['file']}:{use['line']}: {use['reason']}")
    ui.summary(f"{len(found)} uses of UNSAFE in {len(counts)} folders")
    return 0
