# SPDX-License-Identifier: GPL-2.0
"""Runs jobs in guests: one boot for all, and another one for the rest when a job has spoilt the kernel."""

from . import dmesg, initramfs
from .boot import Boot
from .image import bootable
from .job import Result
from .judge import judge, parallel_port, spoilt, taint_names
from .machine import Machine, Options
from .modules import Stock


def run(kernel, jobs, options=None, on_line=None, on_result=None):
    """Runs every job on a kernel (an object with `image` and `modules`) and returns their results in order.

    `on_line(source, text)` gets the guest's output as it comes (source "boot", "log": the kernel's log before and in a
    job, "job": what the job prints), `on_result(result)` each result.
    """
    options = options or Options()
    stock = Stock(kernel.modules)
    results = []
    while len(results) < len(jobs):
        rest = together(jobs[len(results):])
        boot = Boot(rest, on_line or (lambda source, text: None))
        with Machine(bootable(kernel.image), initramfs.build(rest, stock), options, bool(rest[0].parallel_port)) as machine:
            for result in _results(boot, machine, rest, options):
                if result.job.parallel_port:
                    result.problems += parallel_port(result.job, machine.printed())
                results.append(result)
                if on_result:
                    on_result(result)
    return results


def together(jobs):
    """The jobs from the first on that share a guest: one with a parallel port has its own."""
    alone = next((n for n, job in enumerate(jobs) if job.parallel_port), len(jobs))
    return jobs[:alone or 1]


def _results(boot, machine, jobs, options):
    """The results of one boot, up to the first job that spoilt the kernel."""
    module_loaded = False
    for job, segment in zip(jobs, boot.segments(machine, options)):
        if segment is boot.before:
            yield from (_not_booted(each, segment) for each in jobs)
            return
        result = judge(job, segment, module_loaded)
        module_loaded = module_loaded or segment.taint not in (0, None)
        if job is jobs[0]:
            result.problems += _boot_problems(boot.before)
        yield result
        if segment.fate or spoilt(result):
            return


def _boot_problems(before):
    problems = [f"kernel log, while booting: {report}" for report in dmesg.complaints(before.log)]
    if before.taint:
        problems.append(f"kernel tainted before any module was loaded: {before.taint} ({taint_names(before.taint)})")
    return problems


def _not_booted(job, segment):
    return Result(job, problems=[segment.fate], output=segment.output, log=segment.log, excerpt=segment.log[-40:])
