# SPDX-License-Identifier: GPL-2.0
"""What is run in the guest, and what came of it."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Job:
    """A shell script and the files it needs.

    The script runs in a folder of its own that holds `files` under their own names, with the programs and the shell
    library of tools/vm/guest on its PATH. The stock modules that a .ko among `files` depends on are loaded before.
    """

    name: str
    script: str
    files: list[Path] = field(default_factory=list)
    modules: list[str] = field(default_factory=list)  # more stock modules to load first, by name
    timeout: int = 120  # seconds until it counts as hung
    load: int = 0  # LOAD_SECONDS for the script: how long a test of load goes on; 0: as long as it says itself
    expect_log: list[str] = field(default_factory=list)  # complaints (regular expressions) that must come, and may
    expect_traps: list[str] = field(default_factory=list)  # traps (regular expressions) that must come, in this order
    expect_warnings: list[str] = field(default_factory=list)  # reports of WARN_ON (regular expressions) that must come
    known_leaks: list[str] = field(default_factory=list)  # leaks (regular expressions) that are the kernel's own
    leaks: bool = False  # also fail when memory is left that a module of the job allocated
    parallel_port: str = ""  # what reaches the device at the parallel port: "the same twice"; "": there is no such port
    ktap: bool = False  # fail when the job reports no test at all

    def allowed_seconds(self):
        """Until it counts as hung. A script may load several times."""
        return self.timeout + 10 * self.load

    def spoils(self):
        """Whether the kernel is unfit for another job when this one went as it should."""
        return bool(self.expect_traps or self.expect_warnings)

    def loads_modules(self):
        """Whether running the job taints the kernel."""
        return any(Path(f).suffix == ".ko" for f in self.files)


@dataclass
class Result:
    """What a job did. It passed when there are no `problems` and no failed `cases`."""

    job: Job
    status: int | None = None  # of the script; None: it did not end
    cases: list = field(default_factory=list)  # of ktap.Case, in order
    problems: list[str] = field(default_factory=list)  # one sentence each
    output: list[str] = field(default_factory=list)  # what the script printed
    log: list[str] = field(default_factory=list)  # what the kernel logged meanwhile
    excerpt: list[str] = field(default_factory=list)  # the part of the log that the problems are about
    seconds: float = 0.0

    @property
    def name(self):
        return self.job.name

    def count(self, verdict):
        return sum(case.verdict == verdict for case in self.cases)

    @property
    def ok(self):
        return not self.problems and not self.count("failed")

    def explain(self):
        """The lines that tell a person why it failed."""
        lines = [f"{self.name}: {problem}" for problem in self.problems]
        for case in self.cases:
            if case.verdict == "failed":
                lines.append(f"{self.name}: not ok: {case.name}")
                lines += [f"    {text}" for text in case.notes]
        if not self.cases or self.status:
            lines += _tail("what it printed", self.output, 25)
        if self.excerpt:
            lines += _tail("kernel log", self.excerpt, 80)
        elif not self.ok:
            lines += _tail("kernel log, last lines", self.log, 15)
        return lines


def _tail(title, lines, limit):
    if not lines:
        return []
    skipped = len(lines) - limit
    head = [f"  -- {title}" + (f" ({skipped} lines before)" if skipped > 0 else "")]
    return head + [f"  | {line}" for line in lines[-limit:]]
