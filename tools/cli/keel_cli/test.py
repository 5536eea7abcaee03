# SPDX-License-Identifier: GPL-2.0
"""./keel test: every kind of test, counted the same way. docs/testing.md says what each is."""

import collections
import importlib
import os
import signal
import sys
import time
from pathlib import Path

from . import kernels, paths, ui

# In the order they run: what is quick and basic first. Each is a module here with run(context) that yields Outcomes.
TIERS = {"tools": "test_scripts", "cli": "test_scripts", "docs": "test_scripts", "kbuild": "test_scripts",
         "proof": "test_scripts", "host": "test_host", "reject": "test_reject", "checker": "test_scripts", "vm": "test_vm",
         "samples": "test_samples"}
# What says nothing about a particular kernel runs once.
ONCE = ("tools", "cli", "docs", "host", "checker")
# What a kernel gets that is there for the differences between kernels.
SMOKE = ("vm", "samples")
PATHS = {"tests/host": "host", "tests/reject": "reject", "tests/checker": "checker", "tests/vm": "vm", "tests/cli": "cli",
         "tests/kbuild": "kbuild", "tests/proof": "proof", "tests/docs": "docs", "samples": "samples", "drivers": "samples",
         "tools": "tools"}


class Context:
    """What a tier is asked to do: `kernel_name`, `kernel` (resolved when first used), `only` (paths; none: all),
    `level` (full or smoke), `tier`, `load` (seconds that a test of load goes on, 0: as it says itself)."""

    def __init__(self, tier, kernel_name, only=(), level="full"):
        self.tier, self.kernel_name, self.only, self.level, self.load = tier, kernel_name, only, level, 0
        self._kernel = None
        self._found = set()

    @property
    def kernel(self):
        self._kernel = self._kernel or kernels.resolve(self.kernel_name)
        return self._kernel

    def wants(self, path):
        """Whether a test file or folder is among those asked for, or holds one of them."""
        asked = self.asked_of(path)
        self._found.update(asked)
        return not self.only or bool(asked)

    def asked_of(self, path):
        """The paths asked for that are `path`, in it or around it."""
        path = Path(path).resolve()
        return [asked for asked in self.only if path == asked or asked in path.parents or path in asked.parents]

    def missed(self):
        """The paths asked for that no test was found at."""
        return [asked for asked in self.only if asked not in self._found]


def add_parser(commands):
    parser = commands.add_parser("test", help="run the tests")
    parser.add_argument("what", metavar="TIER|PATH", nargs="*",
                        help=f"{', '.join(TIERS)}, or a path of one of them (default: all, on every kernel)")
    parser.add_argument("-k", "--kernel", metavar="KERNEL", help=f"on this kernel only (default {kernels.default()})")
    parser.add_argument("--smoke", action="store_true", help="tests in the kernel, and the samples' quick part, only")
    parser.add_argument("--load", metavar="SECONDS", type=int, default=0,
                        help="how long each storm and each test of load in the kernel goes on (default: seconds, as the test says)")
    return parser


def main(args):
    if args.load < 0:
        raise ui.Failure("--load takes a number of seconds")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    tally = Tally()
    for context in plan(args):
        context.load = args.load
        tally.tier(context)
    return tally.close()


def plan(args):
    """The tiers to run, each on a kernel."""
    if args.what:
        chosen = {}
        for tier, path in map(select, args.what):
            chosen.setdefault(tier, []).append(path)
        level = "smoke" if args.smoke else "full"
        return [Context(tier, args.kernel, () if None in only else tuple(only), level) for tier, only in chosen.items()]
    if args.kernel:
        return [Context(tier, args.kernel, level="smoke" if args.smoke else "full") for tier in (SMOKE if args.smoke else TIERS)]
    contexts = []
    for number, (name, level) in enumerate(kernels.matrix().items()):
        tiers = [tier for tier in TIERS if number == 0 or tier not in ONCE] if level == "full" else SMOKE
        contexts += [Context(tier, name, level=level) for tier in tiers]
    return contexts


def select(word):
    """(tier, path) of a word on the command line."""
    if word in TIERS:
        return word, None
    path = Path(word).resolve()
    if not path.exists():
        raise ui.Failure(f"no such test: {word} (a tier: {', '.join(TIERS)}; or a path)")
    relative = os.path.relpath(path, paths.ROOT)
    for prefix, tier in PATHS.items():
        if relative == prefix or relative.startswith(prefix + os.sep):
            return tier, path
    raise ui.Failure(f"{word} is in no test folder ({', '.join(PATHS)})")


class Tally:
    """Prints outcomes as they come and counts them."""

    def __init__(self):
        self._counts = collections.Counter()
        self._failed, self._skipped = [], []

    def tier(self, context):
        """Runs one tier. A tier that cannot run is a failed test, not a missing one."""
        where = "" if context.tier in ONCE else f" on {context.kernel_name or kernels.default()}"
        label = f"{context.tier}{where}"
        ui.say(f"== {label}")
        started, before = time.monotonic(), sum(self._counts.values())
        try:
            for outcome in importlib.import_module(f".{TIERS[context.tier]}", __package__).run(context):
                self.add(outcome)
        except ui.Failure as failure:
            from .outcome import failed
            self.add(failed(f"{label}: could run", f"{failure.detail}\n{failure}"))
        for path in context.only if sum(self._counts.values()) == before else context.missed():
            from .outcome import failed
            self.add(failed(f"{label}: found a test in {os.path.relpath(path)}"))
        ui.say(f"   {label}: {sum(self._counts.values()) - before} tests, {time.monotonic() - started:.1f} s")

    def add(self, outcome):
        self._counts[outcome.verdict] += 1
        if outcome.verdict == "passed":
            print(f"ok {outcome.name}", flush=True)
        elif outcome.verdict == "skipped":
            self._skipped.append(outcome.name)
            print(f"skipped {outcome.name}" + (f": {outcome.detail}" if outcome.detail else ""), flush=True)
        else:
            self._failed.append(outcome.name)
            for line in outcome.detail.rstrip("\n").splitlines():
                print(f"    {line}")
            print(f"not ok {outcome.name}", flush=True)

    def close(self):
        """Names what failed and what was skipped, prints the closing line; the exit status."""
        if self._skipped:
            print(f"{len(self._skipped)} skipped: {', '.join(self._skipped)}")
        for name in self._failed:
            print(f"failed: {name}")
        sys.stdout.flush()
        ui.summary(f"{self._counts['passed']} passed, {self._counts['failed']} failed")
        return 0 if self._counts["passed"] and not self._counts["failed"] else 1
