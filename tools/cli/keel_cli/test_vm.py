# SPDX-License-Identifier: GPL-2.0
"""The vm tier: tests inside the kernel. tests/vm is one module that runs them when it is loaded and reports in the
kernel log; tests/vm/*/NAME.sh are jobs of their own, with a program NAME.c and the modules of a Makefile beside.
"""

import os

from . import build, exercise, outcome, packages, paths, ui, vm

FOLDER = paths.ROOT / "tests" / "vm"


def run(context):
    import keel_vm
    packages.need(*packages.COMPILER, *packages.VM)
    kernel = context.kernel
    jobs = []
    scripts = [path for path in sorted(FOLDER.glob("*/*.sh")) if context.wants(path)]
    with_modules = dict.fromkeys(path.parent for path in scripts if (path.parent / "Makefile").exists())
    whole = [FOLDER] if wants_module(context) else []
    built = build.build_all([*whole, *with_modules], kernel)
    for failure in built.values():
        if isinstance(failure, ui.Failure):
            raise failure
    if whole:
        ordered = exercise.loading_order(built[FOLDER])
        names = [path.stem.replace("-", "_") for path in ordered]
        script = "".join(f"insmod ./{path.name} $PARAMETERS || exit 1\n" for path in ordered)
        script += "".join(f"rmmod {name} || exit 1\n" for name in reversed(names))
        jobs.append(keel_vm.Job("tests/vm", script, files=ordered, leaks=True, ktap=True))
        if context.level == "full":  # what fails is the library, which is the same on every kernel
            jobs.append(keel_vm.Job("tests/vm (each allocation failing)", "PARAMETERS=failing=1\n" + script, files=ordered,
                                    leaks=True, ktap=True, timeout=1800))
    for path in scripts:
        jobs.append(exercise.script_job(os.path.relpath(path, paths.ROOT), path, built.get(path.parent, [])))
    # A trap or a warning spoils its kernel: what comes after is run in another boot.
    jobs.sort(key=lambda job: job.spoils())
    for job in jobs:
        job.load = context.load
    if jobs:
        with ui.step(f"{len(jobs)} jobs on {kernel.release}"):
            results = vm.run(kernel, jobs)
        yield from outcome.from_results(results, f" ({kernel.name})")


def wants_module(context):
    """The module is one: it runs when it, or any source of it, is asked for."""
    return context.wants(FOLDER) and (not context.only or any(path.suffix != ".sh" for path in context.only))
