# SPDX-License-Identifier: GPL-2.0
"""What is done with a folder that holds a module: which jobs a virtual machine runs for it.

    DIR/params        parameters to load it with
    DIR/exercise.c    a program that uses the loaded module (tools/vm/ktap.h); statically linked
    DIR/exercise.sh   a script that does (tools/vm/guest/ktap.sh)
    DIR/tests/Makefile  modules that the jobs there need besides
    DIR/tests/*.sh    jobs of their own, which load the module themselves; with NAME.c compiled beside NAME.sh.
                      "# timeout: SECONDS", "# modules: NAMES" (stock modules first), "# programs: NAMES" (more C files),
                      "# packages: NAMES" (of Debian, with libraries for them), "# parallel-port: anything" or "the same twice"
                      (QEMU's port, and what reaches the device there), "# expect-log: REGEX" (a complaint of the kernel
                      that must come), "# expect-trap: REGEX" (a trap that must come, in this order, and no other),
                      "# expect-warn: REGEX" (a report of WARN_ON or its sisters that must come),
                      "# known-leak: REGEX" (what this kernel itself forgets to free) are read from their comments.
"""

import re
from pathlib import Path

from . import packages, ui, vm

LOADED, UNLOADED = "keel: loaded", "keel: unloaded"
CYCLES = 200


def main_job(name, directory, built):
    """Load, exercise, unload."""
    import keel_vm
    directory = Path(directory)
    ordered = loading_order(built)
    files = list(ordered)
    lines = [f"insmod ./{path.name} {parameters(directory)} || exit 1" for path in ordered]
    lines += [f"echo '{LOADED}'", "status=0"]
    if (directory / "exercise.c").exists():
        files.append(vm.program(directory / "exercise.c"))
        lines.append("./exercise || status=$?")
    if (directory / "exercise.sh").exists():
        files.append(directory / "exercise.sh")
        lines.append("sh ./exercise.sh || status=$?")
    # A module can be in use for a moment after its last user is gone.
    for path in reversed(ordered):
        module = path.stem.replace("-", "_")
        lines.append(f"rmmod {module} || {{ sleep 1; rmmod {module}; }} || exit 1")
    lines += [f"echo '{UNLOADED}'", "exit $status"]
    return keel_vm.Job(name, "\n".join(lines) + "\n", files=files, leaks=True, ktap=has_exercise(directory))


def more_jobs(name, directory, built, beside):
    """Many load cycles, and the folder's own jobs. `beside`: the modules of its tests/Makefile."""
    import keel_vm
    directory = Path(directory)
    jobs = []
    if len(built) == 1:
        script = f"cycle {CYCLES} ./{built[0].name} {parameters(directory)}\n"
        jobs.append(keel_vm.Job(f"{name}, load cycles", script, files=list(built), timeout=300, ktap=True))
    jobs += [script_job(f"{name}, {path.stem}", path, [*built, *beside]) for path in sorted((directory / "tests").glob("*.sh"))]
    return jobs


def script_job(name, path, built):
    """A job that is one script; the built modules and the program of the same name are beside it."""
    import keel_vm
    text = path.read_text()
    files = list(built)
    if wanted := " ".join(said(text, "packages")).split():
        packages.need(*wanted)
    for source in [path.stem, *" ".join(said(text, "programs")).split()]:
        if (path.parent / f"{source}.c").exists():
            files += vm.programs(path.parent / f"{source}.c")
    modules, timeout = said(text, "modules"), said(text, "timeout")
    return keel_vm.Job(name, text, files=files, modules=" ".join(modules).split(), leaks=True, ktap=True,
                       timeout=int(timeout[0]) if timeout else 120,
                       parallel_port=" ".join(said(text, "parallel-port")), expect_log=said(text, "expect-log"),
                       expect_traps=said(text, "expect-trap"), expect_warnings=said(text, "expect-warn"),
                       known_leaks=said(text, "known-leak"))


def said(text, key):
    """What a script's "# KEY: ..." comments say."""
    return re.findall(rf"^# {key}: *(.*?) *$", text, re.M)


def parameters(directory):
    """The content of the folder's `params`, on one line."""
    path = Path(directory) / "params"
    if not path.exists():
        return ""
    words = " ".join(line.split("#")[0].strip() for line in path.read_text().splitlines())
    if re.search(r"[;&|<>`$]", words):
        raise ui.Failure(f"{path} has a character that a shell would take: write NAME=VALUE words only")
    return words.strip()


def has_exercise(directory):
    return any((Path(directory) / f"exercise.{suffix}").exists() for suffix in ("c", "sh"))


def loading_order(built):
    """The modules, each after those it needs."""
    from keel_vm import modules
    by_name = {modules.canonical(path): Path(path) for path in built}
    ordered = []

    def visit(name):
        path = by_name[name]
        if path in ordered:
            return
        for needed in modules.dependencies(path.read_bytes()):
            if needed in by_name and needed != name:
                visit(needed)
        ordered.append(path)

    for name in sorted(by_name):
        visit(name)
    return ordered
