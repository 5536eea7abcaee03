# SPDX-License-Identifier: GPL-2.0
"""What a test came to, and the reading of runners that print "ok NAME" and "not ok NAME"."""

import re
from dataclasses import dataclass

LINE = re.compile(r"^(not ok|ok|skip(?:ped)?)\b[ \t]+(?:\d+\s+)?(?:-\s+)?(.*?)\s*$", re.I)
SKIP = re.compile(r"\s*#\s*SKIP\b\s*(.*)$", re.I)


@dataclass
class Outcome:
    """A test's name, its verdict ("passed", "failed" or "skipped") and, when it failed, why."""

    name: str
    verdict: str
    detail: str = ""


def passed(name):
    return Outcome(name, "passed")


def failed(name, detail=""):
    return Outcome(name, "failed", detail)


def skipped(name, reason):
    return Outcome(name, "skipped", reason)


def from_results(results, suffix=""):
    """The outcomes of virtual machine jobs: each test a job reported, and the job itself."""
    for result in results:
        for case in result.cases:
            yield Outcome(f"{result.name}: {case.name}{suffix}", case.verdict, "\n".join(case.notes))
        own = [problem for problem in result.problems]
        if own:
            yield failed(f"{result.name}{suffix}", "\n".join(result.explain()))
        elif not result.count("failed"):
            yield passed(f"{result.name}: clean run{suffix}")


def from_lines(lines, prefix):
    """The outcomes that a runner printed; lines before "not ok" that are no result are its detail."""
    said = []
    for line in lines:
        match = LINE.match(line)
        if not match:
            said.append(line.rstrip("\n"))
            continue
        word, name = match[1].lower(), match[2]
        skip = SKIP.search(name)
        name = f"{prefix}: {SKIP.sub('', name)}"
        if word.startswith("skip") or (word == "ok" and skip):
            yield skipped(name, skip[1] if skip else "")
        elif word == "ok":
            yield passed(name)
        else:
            yield failed(name, "\n".join(said[-40:]))
        said = []
