# SPDX-License-Identifier: GPL-2.0
"""Runs jobs in guests: as many guests at a time as there are processors, many jobs in a boot, and another boot for the
rest when a job has spoilt the kernel."""

import os
from concurrent.futures import ThreadPoolExecutor

from . import dmesg, initramfs
from .boot import Boot
from .image import bootable
from .job import Result
from .judge import judge, parallel_port, spoilt, taint_names
from .machine import Machine, Options
from .modules import Stock


def run(kernel, jobs, options=None, on_line=None):
    """Runs every job on a kernel (an object with `image` and `modules`) and returns their results in order.

    `on_line(source, text)` gets the guest's output as it comes (source "boot", "log": the kernel's log before and in a
    job, "job": what the job prints). With it, or when instructions are counted, there is one guest at a time.
    """
    options = options or Options()
    guests = Guests(kernel, options, on_line)
    shares = shared_out(jobs, 1 if on_line or options.icount else os.cpu_count())
    if len(shares) <= 1:
        return [result for share in shares for result in guests.run(share)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        try:
            done = [result for results in pool.map(guests.run, shares) for result in results]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            guests.end()
            raise
    place = {id(job): n for n, job in enumerate(jobs)}
    return sorted(done, key=lambda result: place[id(result.job)])


def shared_out(jobs, guests):
    """The jobs of each boot. One with a parallel port has its own. The others' boots get shorter towards the end, so
    that the guests end together."""
    alone = [[job] for job in jobs if job.parallel_port]
    rest = [job for job in jobs if not job.parallel_port]
    while rest:
        n = len(rest) if guests == 1 else max(len(rest) // (2 * guests), 3)
        alone.append(rest[:n])
        rest = rest[n:]
    return alone


class Guests:
    """Boots guests of one kind, from several threads; end() ends them all."""

    def __init__(self, kernel, options, on_line):
        self._kernel, self._options = kernel, options
        self._on_line = on_line or (lambda source, text: None)
        self._stock = Stock(kernel.modules)
        self._running = set()
        self._ended = False

    def run(self, jobs):
        """The results of `jobs`, in order, by one boot or more."""
        results = []
        while len(results) < len(jobs) and not self._ended:
            rest = jobs[len(results):]
            boot = Boot(rest, self._on_line)
            with Machine(bootable(self._kernel.image), initramfs.build(rest, self._stock), self._options,
                         bool(rest[0].parallel_port)) as machine:
                self._running.add(machine)
                if self._ended:
                    machine.kill()
                for result in _results(boot, machine, rest, self._options):
                    if result.job.parallel_port:
                        result.problems += parallel_port(result.job, machine.printed())
                    results.append(result)
                self._running.discard(machine)
        return results

    def end(self):
        self._ended = True
        for machine in tuple(self._running):
            machine.kill()


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
