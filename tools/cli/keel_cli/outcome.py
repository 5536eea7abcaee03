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
    """The outcomes that a runner printed. What explains a failure is before its line, or after it with a '#'."""
    said, failure = [], None
    for line in lines:
        match = LINE.match(line)
        if failure and not (line.startswith("#") and not match):
            yield failure
            failure = None
        if failure:
            failure.detail += line[1:].rstrip("\n") + "\n"
        elif not match:
            said.append(line.rstrip("\n"))
        elif match[1].lower() == "not ok":
            failure, said = failed(f"{prefix}: {match[2]}", "".join(f"{text}\n" for text in said[-40:])), []
        else:
            yield _good(match[1], match[2], prefix)
            said = []
    if failure:
        yield failure


def _good(word, name, prefix):
    """The outcome of a line that is no failure."""
    skip = SKIP.search(name)
    name = f"{prefix}: {SKIP.sub('', name)}"
    if skip or word.lower().startswith("skip"):
        return skipped(name, skip[1] if skip else "")
    return passed(name)
