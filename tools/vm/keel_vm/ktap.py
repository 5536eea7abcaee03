# SPDX-License-Identifier: GPL-2.0
"""Reads KTAP, the kernel's test output (Documentation/dev-tools/ktap.rst), strictly: a plan that is not fulfilled, a
number that is out of order or a version line with nothing behind it is a problem, not a shorter list of tests."""

import re
from dataclasses import dataclass, field

VERSION = re.compile(r"^(\s*)K?TAP version \d+\s*$")
SUBTEST = re.compile(r"^\s*# Subtest: (.*)$")
PLAN = re.compile(r"^(\s*)1\.\.(\d+)(?:\s*#\s*SKIP\b\s*(.*))?\s*$", re.I)
RESULT = re.compile(r"^(\s*)(not )?ok (\d+)\b(?:\s*-)?\s*(.*?)\s*$")
DIRECTIVE = re.compile(r"\s*#\s*(SKIP|TODO|XFAIL|TIMEOUT|ERROR)\b\s*(.*)$", re.I)
NOTE = re.compile(r"^\s*#\s?(.*)$")


@dataclass
class Case:
    """One test: `verdict` is passed, failed or skipped, `notes` what it said before its result."""

    name: str
    verdict: str
    notes: list[str] = field(default_factory=list)


@dataclass
class _Level:
    indent: int
    start: int  # where its cases begin in the list of all
    plan: int | None = None
    needs_plan: bool = False
    seen: int = 0
    name: str = ""


class Parser:
    """Fed line by line; `cases` and `problems` are complete after finish()."""

    def __init__(self, strict=False):
        # Not strict: result lines count before any version line (a script's plain "ok 1 - it works").
        self.strict = strict
        self.cases = []
        self.problems = []
        self._levels = []
        self._notes = []
        self._subtest = ""

    def feed(self, line):
        if m := VERSION.match(line):
            self._version(len(m[1]))
        elif self.strict and not self._levels:
            return
        elif m := SUBTEST.match(line):
            self._subtest = m[1].strip()
        elif m := PLAN.match(line):
            self._plan(len(m[1]), int(m[2]), m[3])
        elif m := RESULT.match(line):
            self._result(len(m[1]), bool(m[2]), m[3], m[4])
        elif m := NOTE.match(line):
            self._notes.append(m[1])

    def finish(self):
        self._close(-1)

    def _version(self, indent):
        # A version line at or below the depth of an open level starts a new document there.
        self._close(indent - 1)
        self._open(indent, needs_plan=True)

    def _open(self, indent, needs_plan=False):
        level = _Level(indent, len(self.cases), needs_plan=needs_plan, name=self._subtest)
        self._subtest = ""
        self._levels.append(level)
        return level

    def _at(self, indent):
        self._close(indent)
        if not self._levels or self._levels[-1].indent < indent:
            return self._open(indent)
        return self._levels[-1]

    def _plan(self, indent, number, skip):
        level = self._at(indent)
        if level.plan is not None:
            self.problems.append(f"two test plans: 1..{level.plan} and 1..{number}")
        level.plan = number
        if self._subtest:
            level.name, self._subtest = self._subtest, ""
        if number == 0 and skip is not None:
            self.cases.append(Case(skip or "all tests", "skipped"))

    def _result(self, indent, failed, number, text):
        children = [c for level in self._levels if level.indent > indent for c in self.cases[level.start:]]
        level = self._at(indent)
        level.seen += 1
        if int(number) != level.seen:
            self.problems.append(f"test {number} ({text}) came where test {level.seen} was due")
            level.seen = int(number)
        verdict, name = _verdict(failed, text)
        notes, self._notes = self._notes, []
        if not children:
            self.cases.append(Case(name, verdict, notes))
            return
        for case in children:
            case.name = f"{name}: {case.name}"
        if verdict == "failed" and all(case.verdict != "failed" for case in children):
            self.cases.append(Case(f"{name} (as a whole)", "failed", notes))

    def _close(self, indent):
        """Ends every level deeper than `indent`."""
        while self._levels and self._levels[-1].indent > indent:
            level = self._levels.pop()
            what = f"subtest {level.name}" if level.name else "the tests"
            if level.plan is None and level.needs_plan:
                self.problems.append(f"{what} gave no plan" if level.seen else f"{what} began and never reported")
            elif level.plan is not None and level.plan != level.seen:
                self.problems.append(f"{what} planned {level.plan} and reported {level.seen}")


def _verdict(failed, text):
    directive = DIRECTIVE.search(text)
    name = DIRECTIVE.sub("", text).strip() or "unnamed test"
    kind = directive[1].upper() if directive else ""
    if kind == "SKIP" and not failed:
        return "skipped", f"{name} ({directive[2].strip()})" if directive[2].strip() else name
    if kind in ("XFAIL", "TODO") and failed:
        return "skipped", f"{name} (known not to work)"
    if failed or kind in ("TIMEOUT", "ERROR"):
        return "failed", name
    return "passed", name


def parse(lines, strict=False):
    """The cases and problems of finished output."""
    parser = Parser(strict)
    for line in lines:
        parser.feed(line)
    parser.finish()
    return parser.cases, parser.problems
