# SPDX-License-Identifier: GPL-2.0
"""Decides whether a job passed."""

import re

from . import dmesg, ktap
from .job import Result

DIED = 128  # TAINT_DIE: what a trap does
WARNED = 512  # TAINT_WARN: what WARN_ON and its sisters do
OUT_OF_TREE = 4096  # TAINT_OOT_MODULE: what loading a module of ours does, no more, in a kernel without signatures
OUT_OF_TREE_UNSIGNED = OUT_OF_TREE | 8192  # TAINT_UNSIGNED_MODULE: in any other

TAINTS = ["proprietary module", "forced load", "SMP with an unfit CPU", "forced unload", "machine check", "bad page",
          "requested by user space", "oops or BUG", "ACPI table overridden", "WARN", "staging driver",
          "firmware workaround", "out-of-tree module", "unsigned module", "soft lockup", "live patched", "auxiliary",
          "struct randomization", "test module"]


def taint_names(taint):
    names = [name for bit, name in enumerate(TAINTS) if taint & 1 << bit]
    return ", ".join(names) or "none"


def judge(job, segment, module_loaded):
    """The Result of a finished job. `module_loaded`: whether a module of ours was loaded in this boot before."""
    output_cases, output_problems = ktap.parse(segment.output)
    log_cases, log_problems = ktap.parse(segment.log, strict=True)
    result = Result(job, segment.status, output_cases + log_cases, output=segment.output, log=segment.log,
                    seconds=segment.seconds)
    # What tells most comes first: a kernel that complains explains a test that is missing.
    result.problems += _complaints(job, segment, result)
    result.problems += output_problems + log_problems
    result.problems += _ending(job, segment, result)
    result.problems += [f"leak: {leak}" for leak in segment.leaks if not _known(leak, job)]
    result.problems += _taint(job, segment, module_loaded)
    if job.ktap and not result.cases:
        result.problems.append("no test was reported")
    return result


def parallel_port(job, printed):
    """Problems from the bytes that reached the device at the parallel port."""
    if job.parallel_port == "anything":
        return []
    if job.parallel_port != "the same twice":
        return [f"parallel-port: {job.parallel_port}: not known, only: anything, the same twice"]
    half = len(printed) // 2
    if half and printed[:half] == printed[half:]:
        return []
    at = next((n for n in range(half) if printed[n] != printed[half + n]), half)
    return [f"the parallel port got {len(printed)} bytes, of which the second half differs from the first at {at}: "
            f"{printed[at:at + 16].hex(' ')} and {printed[half + at:half + at + 16].hex(' ')}"]


def spoilt(result):
    """Whether the kernel that ran this job is unfit for another one."""
    return result.job.spoils() or any(not problem.startswith("exit status") for problem in result.problems)


def _known(leak, job):
    return any(re.search(pattern, leak) for pattern in job.known_leaks)


def _ending(job, segment, result):
    if segment.fate:
        died = any("Kernel panic" in line for line in segment.log) and not segment.interrupted
        return ["the kernel died" if died else segment.fate]
    if segment.status and not result.count("failed"):
        return [f"exit status {segment.status}"]
    return []


def _taint(job, segment, module_loaded):
    if segment.taint is None:
        return []
    ours = {OUT_OF_TREE_UNSIGNED, OUT_OF_TREE}
    allowed = ours if module_loaded else {0}
    if job.loads_modules():
        allowed = ours | ({0} if not _inserted(segment) else set())
    if job.spoils():
        by_it = (DIED if job.expect_traps else 0) | (WARNED if job.expect_warnings else 0)
        allowed = {taint | by_it for taint in ours}
    if segment.taint in allowed:
        return []
    return [f"kernel tainted: {segment.taint} ({taint_names(segment.taint)}) instead of {max(allowed)}"]


def _inserted(segment):
    return any("loading out-of-tree module taints kernel" in line for line in segment.log)


def _traps(job, found):
    """Problems from the traps that came: these were expected, in this order, and no more."""
    problems = []
    for number in range(max(len(found), len(job.expect_traps))):
        came = found[number] if number < len(found) else "none"
        wanted = job.expect_traps[number] if number < len(job.expect_traps) else "none"
        if came == "none" or wanted == "none" or not re.search(wanted, came):
            problems.append(f"trap {number + 1}: expected: {wanted}, and came: {came}")
    return problems


def _complaints(job, segment, result):
    """Problems from the kernel log: complaints that were not expected, expected ones that did not come."""
    traps, reports = dmesg.traps(segment.log, dmesg.complaints(segment.log)) if job.expect_traps else \
        ([], dmesg.complaints(segment.log))
    expected = job.expect_log + job.expect_warnings
    problems, missing = _traps(job, traps), list(expected)
    unexpected = []
    for report in reports:
        text = "\n".join(segment.log[report.begin:report.end])
        matching = [pattern for pattern in expected if re.search(pattern, text)]
        missing = [pattern for pattern in missing if pattern not in matching]
        if not matching:
            unexpected.append(report)
    log = "\n".join(segment.log)
    if segment.interrupted:
        result.excerpt = [line for line in segment.log if not dmesg.NOISE.match(line)]
        return problems
    problems += [f"kernel log: {report}" for report in unexpected[:2]]
    if len(unexpected) > 2:
        problems.append(f"kernel log: {len(unexpected) - 2} more complaints")
    problems += [f"kernel log: expected, and missing: {p}" for p in missing if not re.search(p, log)]
    result.excerpt = dmesg.excerpt(segment.log, unexpected)
    return problems
