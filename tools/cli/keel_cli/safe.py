# SPDX-License-Identifier: GPL-2.0
"""The safe profile of a folder, without building it: what the compiler and its checker say of each C++ source."""

import dataclasses
import json
import re
import subprocess
import tempfile
from pathlib import Path

from . import build, checker, packages, parallel, paths, ui

ERROR = re.compile(r"(?P<file>[^\s:][^:\n]*):(?P<line>\d+):(?P<column>\d+): (?:fatal )?error: (?P<message>.*?)"
                   r"(?: \[(?P<rule>[^\]\s]+)\])?")
INCLUDED = re.compile(r"In file included from |\s+from |In module ")
TOTAL = re.compile(r"\d+ (warning|error)s?( and \d+ errors?)? generated\.")
USES_KEEL = re.compile(r"^\s*include\b.*kbuild/module\.mk", re.M)


@dataclasses.dataclass(frozen=True)
class Problem:
    """An error of the compiler: where, what, by which rule (`keel-...`, `-W...`, or none), and `text`, all it said."""
    file: str
    line: int
    column: int
    message: str
    rule: str
    text: str

    def place(self):
        return self.file, self.line, self.column, self.message

    def __str__(self):
        return self.text.rstrip("\n")


@dataclasses.dataclass(frozen=True)
class Source:
    """A C++ source, and the command (and its folder) that its module compiles it with."""
    path: Path
    words: tuple
    where: Path

    def check(self):
        done = subprocess.run([*self.words, "-fsyntax-only"], cwd=self.where, text=True, errors="replace",
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        found = problems(done.stdout)
        if done.returncode and not found:
            raise ui.Failure(f"{self.path} could not be checked", done.stdout)
        return found


def modules(folders):
    """Those of `folders` that have the Makefile of a Keel module."""
    return sorted(folder for folder in folders if any(
        file.is_file() and USES_KEEL.search(file.read_text(errors="replace"))
        for file in (folder / "Makefile", folder / "Kbuild")))


def commands(folder, kernel):
    """How the build compiles the C and C++ sources of a module: entries of a compilation database."""
    bindings, plugin = build.ensure_bindings(kernel), checker.ensure()
    with tempfile.TemporaryDirectory(prefix="keel-check-") as scratch:
        out = Path(scratch) / "commands.json"
        ui.run(["make", "-C", folder, f"KDIR={kernel.kdir}", f"KEEL={paths.ROOT}", f"KEEL_BINDINGS={bindings}",
                f"KEEL_CHECKER={plugin}", f"KEEL_COMMANDS={out}", "compile_commands.json"], quiet=True,
               fail=f"how {folder.name} is compiled for kernel {kernel.name} cannot be read")
        return json.loads(out.read_text())


def sources(folders, kernel):
    """The C++ sources of the modules in `folders`."""
    packages.need(*packages.COMPILER)
    return [Source(Path(entry["file"]), tuple(word for word in entry["arguments"] if word != "-c"), Path(entry["directory"]))
            for folder in folders for entry in commands(folder, kernel) if entry["file"].endswith(".cpp")]


def check(found):
    """{source: its problems} of all the sources `found`. What two of them include is a problem of the first only."""
    with parallel.workers() as pool:
        results = dict(zip(found, pool.map(Source.check, found)))
    seen = set()
    for source, all_problems in results.items():
        results[source] = [problem for problem in all_problems if problem.place() not in seen]
        seen.update(problem.place() for problem in all_problems)
    return results


def problems(output):
    """The errors that clang printed, each with its notes and excerpts."""
    found, lines, match = [], [], None

    def close():
        if match:
            text = "".join(f"{line}\n" for line in lines)
            found.append(Problem(match["file"], int(match["line"]), int(match["column"]), match["message"],
                                 (match["rule"] or "").split(",")[-1], text))

    leading = []
    for line in output.splitlines():
        fresh = ERROR.fullmatch(line)
        if INCLUDED.match(line) and not fresh:
            leading.append(line)
        elif fresh:
            close()
            lines, match, leading = [*leading, line], fresh, []
        elif not TOTAL.fullmatch(line):
            lines += [*leading, line]
            leading = []
    close()
    return found
