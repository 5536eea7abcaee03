# SPDX-License-Identifier: GPL-2.0
"""./keel check: format, shape, headers that stand alone, and the uses of UNSAFE."""

import collections
import json
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import kernels, packages, paths, ui

FORMATTED = {".hpp", ".cpp", ".h", ".c"}
# Made by a tool and kept to compare with, or not whole before a tool has filled it in.
NOT_CODE = ("tools/bindgen/tests/cases/", "tools/cli/templates/")


def add_parser(commands):
    parser = commands.add_parser("check", help="format, shape, headers, uses of UNSAFE")
    parser.add_argument("dir", metavar="DIR", nargs="?", help="check only this folder (default: the whole checkout)")
    parser.add_argument("--fix", action="store_true", help="format the files instead of complaining")
    parser.add_argument("--unsafe-report", action="store_true", help="list every use of UNSAFE and its reason, no more")
    parser.add_argument("--context-audit", action="store_true", help="build the module in DIR, and list what may sleep "
                        "in its atomic sections as its bitcode has it, no more")
    parser.add_argument("--json", action="store_true", help="the unsafe report as JSON")
    return parser


def main(args):
    if args.context_audit:
        from . import context_audit
        if not args.dir:
            raise ui.Failure("--context-audit needs the folder of a module: ./keel check --context-audit samples/echo")
        return context_audit.audit(args.dir)
    sys.path.insert(0, str(paths.ROOT / "tools" / "lint"))
    root, files = select(args.dir)
    if args.unsafe_report or args.json:
        return report(root, files, args.json)
    problems = [*misformatted(root, files, args.fix), *misshapen(root, files), *broken_headers(root, files)]
    for problem in problems:
        ui.say(problem)
    counted = len(uses(root, files))
    ui.summary(f"check: {len(files)} files, {len(problems)} problems, {counted} uses of UNSAFE")
    return 1 if problems else 0


def select(directory):
    """(root, files below it to check, relative to it). Inside the checkout the root is the checkout's."""
    start = Path(directory or paths.ROOT).resolve()
    if not start.is_dir():
        raise ui.Failure(f"{directory} is not a folder")
    root = paths.ROOT if start.is_relative_to(paths.ROOT) else start
    files = ours(start) if root == paths.ROOT else [file.relative_to(root) for file in start.rglob("*")]
    return root, sorted(file for file in files if (root / file).is_file() and not str(file).startswith(NOT_CODE))


def ours(start):
    """The files below `start` that git knows or does not ignore, relative to the checkout."""
    packages.need("git")
    listed = ui.run(["git", "-c", f"safe.directory={paths.ROOT}", "-C", start, "ls-files", "-z", "-co",
                     "--exclude-standard", "--full-name"], quiet=True, fail=f"git cannot list the files of {paths.ROOT}")
    return [Path(name) for name in listed.split("\0") if name]


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
    wrong = [line.split(": ")[0] for line in result.stdout.splitlines() if "clang-format-violations" in line]
    return [f"{place}: not formatted: ./keel check --fix" for place in wrong]


def misshapen(root, files):
    import shape
    if root != paths.ROOT:
        return []  # the shape is this checkout's, not everyone's
    with ui.step("shape"):
        return [f"{file}:{line}: {what}" for file, line, what in shape.check(root, files)]


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
        return f"{header}:1: does not compile alone: {first}"

    with ui.step(f"{len(headers)} headers alone, for {kernel.release}"), ThreadPoolExecutor(2) as pool:
        return [problem for problem in pool.map(compile_alone, headers) if problem]


def flags(kernel):
    """The compiler flags of a C++ translation unit for that kernel, as kbuild computes them."""
    with tempfile.TemporaryDirectory(prefix="keel-check-") as directory:
        for file in (paths.ROOT / "kbuild" / "probe").iterdir():
            (Path(directory) / file.name).write_bytes(file.read_bytes())
        ui.run(["make", "-C", kernel.kdir, f"M={directory}", f"KEEL={paths.ROOT}"], quiet=True,
               fail=f"the flags of kernel {kernel.name} cannot be read")
        lines = (Path(directory) / "probe.txt").read_text().splitlines()
    return shlex.split(dict(line.split("=", 1) for line in lines)["cxxflags"])


def uses(root, files):
    import unsafe
    return unsafe.uses(root, files)


def report(root, files, as_json):
    found = uses(root, files)
    if as_json:
        ui.summary(json.dumps(found, indent=1))
        return 0
    counts = collections.Counter(use["folder"] for use in found)
    for folder, count in sorted(counts.items()):
        ui.summary(f"{folder}: {count}")
        for use in (use for use in found if use["folder"] == folder):
            ui.summary(f"    {use['file']}:{use['line']}: {use['reason']}")
    ui.summary(f"{len(found)} uses of UNSAFE in {len(counts)} folders")
    return 0
