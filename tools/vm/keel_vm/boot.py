# SPDX-License-Identifier: GPL-2.0
"""Follows one boot: sorts what comes out of the guest by job, and watches the clock."""

import time
from dataclasses import dataclass, field

from .dmesg import strip

MARK = {"job": "@keel-vm ", "log": "keel-vm: "}  # see tools/vm/init
LAST_WORDS = 5  # seconds of log that we take from a kernel that was told to say where it hangs


@dataclass
class Segment:
    """What came between a job's begin and the next one's, and what the guest reported when it ended."""

    status: int | None = None
    taint: int | None = None
    seconds: float = 0.0
    interrupted: bool = False  # the kernel was made to say where it hangs: complaints in the log are the answer
    leaks: list[str] = field(default_factory=list)
    output: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    fate: str = ""  # why the guest did not get past this job; "" when it did


class Boot:
    """The segments of one boot. segments() yields them as they are complete, in order; `before` is what came first."""

    def __init__(self, jobs, on_line):
        self.before = Segment()
        self._jobs = jobs
        self._segments = [Segment() for _ in jobs]
        self._at = {"job": -1, "log": -1}  # the job that each serial line is at
        self._on_line = on_line
        self._began = self._heard = time.monotonic()
        self._interrupted = None  # when the kernel was told to say where it hangs
        self._fate = ""

    def segments(self, machine, options):
        """Yields each job's segment once it is complete, at last the one that broke off, if one did."""
        given = 0
        for source, text in machine.lines(lambda: self._deadline(options)):
            if source:
                self._take(source, text)
            while given < self._position():
                yield self._segments[given]
                given += 1
            if given == len(self._jobs):
                return
            if time.monotonic() >= self._deadline(options):
                if self._interrupted:
                    break
                self._interrupt(machine, options)
        broken = self._segments[given] if self._position() >= 0 else self.before
        broken.fate = self._fate or "the guest died: " + (machine.complaint() or "it powered off or was killed")
        yield broken

    def _position(self):
        return min(self._at.values())

    def _take(self, source, text):
        self._heard = time.monotonic()
        text = strip(text) if source == "log" else text
        if text.startswith(MARK[source]):
            self._mark(source, text[len(MARK[source]):].split())
            return
        segment = self._segment(source)
        self._on_line("boot" if segment is self.before else source, text)
        (segment.log if source == "log" else segment.output).append(text)

    def _segment(self, source):
        at = min(self._at[source], len(self._segments) - 1)
        return self._segments[at] if at >= 0 else self.before

    def _mark(self, source, words):
        segment, word = self._segment(source), words[0] if words else ""
        if word == "begin" or word == "done":
            self._at[source] = int(words[1]) if word == "begin" else len(self._jobs)
            self._began = time.monotonic()
        elif source == "log":
            return
        elif word == "boot":
            segment.taint = int(words[1])
        elif word == "end":
            segment.status, segment.taint = int(words[2]), int(words[3])
            segment.seconds = float(words[5]) - float(words[4])
        elif word == "timeout":
            segment.interrupted = True
            self._fate = f"timed out after {self._jobs[self._at['job']].allowed_seconds()} s"
            self._interrupted = time.monotonic()
        elif word == "leak":
            segment.leaks.append(" ".join(words[1:]))

    def _deadline(self, options):
        if self._interrupted:
            return self._interrupted + LAST_WORDS
        at = self._position()
        if at < 0:
            return self._began + options.boot_timeout
        total = self._jobs[min(at, len(self._jobs) - 1)].allowed_seconds() + options.grace
        return min(self._began + total, self._heard + max(options.silence, options.grace))

    def _interrupt(self, machine, options):
        now = time.monotonic()
        if self._position() < 0:
            self._fate = f"the kernel did not come up in {options.boot_timeout} s"
        else:
            self._fate = (f"hung: stopped after {now - self._began:.0f} s, "
                          f"the last {now - self._heard:.0f} without output")
        self._interrupted = now
        self._segment("log").interrupted = True
        machine.interrupt()
