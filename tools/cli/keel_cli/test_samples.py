# SPDX-License-Identifier: GPL-2.0
"""The samples tier: every folder of samples/ and drivers/ is built, loaded, exercised and unloaded, all in one boot."""

import os

from . import build, exercise, outcome, packages, paths, ui, vm

FOLDERS = ("samples", "drivers")


def run(context):
    packages.need(*packages.COMPILER, *packages.VM)
    kernel, jobs = context.kernel, []
    suffix = f" ({kernel.name})"
    modules = folders(context)
    beside = [path.parent for folder in modules for path in folder.glob("tests/Makefile") if context.level == "full"]
    built = build.build_all([*modules, *beside], kernel)
    for directory in modules:
        name = os.path.relpath(directory, paths.ROOT)
        try:
            jobs += [job for job in jobs_of(name, directory, built, context) if is_wanted(job, context.asked_of(directory))]
        except ui.Failure as failure:
            yield outcome.failed(f"{name}: builds{suffix}", f"{failure.detail}\n{failure}")
            continue
        yield outcome.passed(f"{name}: builds{suffix}")
    for job in jobs:
        job.load = context.load
    if jobs:
        with ui.step(f"{len(jobs)} jobs on {kernel.release}"):
            results = vm.run(kernel, jobs)
        yield from outcome.from_results(results, suffix)


def jobs_of(name, directory, built, context):
    """What is done with a folder, whose modules are among the `built`."""
    own, beside = built[directory], built.get(directory / "tests", [])
    for failure in (own, beside):
        if isinstance(failure, ui.Failure):
            raise failure
    jobs = [exercise.main_job(name, directory, own)]
    if context.level == "full":
        jobs += exercise.more_jobs(name, directory, own, beside)
    return jobs


def is_wanted(job, asked):
    """Whether a job of a folder is asked for, by the folder or by a script of its tests/."""
    return not asked or any(path.suffix != ".sh" or job.name.endswith(f", {path.stem}") for path in asked)


def folders(context):
    """The module folders asked for."""
    found = []
    for parent in FOLDERS:
        for makefile in sorted((paths.ROOT / parent).glob("*/Makefile")):
            if context.wants(makefile.parent):
                found.append(makefile.parent)
    return found
