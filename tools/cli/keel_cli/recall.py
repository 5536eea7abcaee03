# SPDX-License-Identifier: GPL-2.0
"""How much of what is wrong is refused: tables over the judged programs of tests/reject, and what they must show.

A program names the code that rustc gives for the same mistake in a comment, "// rustc: E0502". What kind of harm it does
follows from the rule that must refuse it, else from that code; a program that does less than its rule is there for says
so: "// class: plain values". Refused means: for the reason and on the line that the program says.
"""

import collections
import re

from . import outcome, test_reject

LEAST = 98  # per cent of the programs with a rustc code
NO_CODE, NO_CLASS = "none", "other"
CODE = re.compile(r"^// rustc: (E\d{4})$", re.M)
CLASS = re.compile(r"^// class: (.+)$", re.M)
RULE = re.compile(r"\[keel-([a-z-]+)\]")

# What must be refused without exception: class -> (rules, codes of programs that the compiler or a type refuses).
CLASSES = {
    "use after free": (("exclusive", "exclusive-args", "erased-owner", "pinned", "publish-last", "view-mutability"),
                       ("E0499", "E0502", "E0503", "E0505", "E0506", "E0713")),
    "use after move": (("use-after-move", "move-from-borrow"), ("E0382", "E0507", "E0508", "E0509")),
    "dangling": (("dangling", "return-unbound", "borrow-escapes", "borrow-field", "borrow-global", "borrow-out-param"),
                 ("E0106", "E0310", "E0373", "E0515", "E0521", "E0597", "E0621", "E0712", "E0716")),
    "data race": (("not-send", "not-sync", "mutable-global", "mutable-field", "thread-local"), ()),
    "sleep in atomic": (("atomic-context", "context-declared"), ()),
    "uninitialised": (("uninit",), ("E0381",)),
}


class Program:
    """A judged program: its outcome, and what it says of itself."""

    def __init__(self, path, judged):
        text = path.read_text()
        self.path, self.outcome = path, judged
        self.correct = path.name.startswith("ok_")
        self.lines = len(text.splitlines())
        self.code = _first(CODE, text) or NO_CODE
        expected = test_reject.expectations(text)
        self.rule = _first(RULE, expected[0][1]) if expected else None
        self.kind = _first(CLASS, text) or _class(self.rule, self.code)

    @property
    def right(self):
        """Whether it is refused as it says, or, a correct one, accepted."""
        return self.outcome.verdict == "passed"


def _first(pattern, text):
    found = pattern.search(text)
    return found[1] if found else None


def _class(rule, code):
    for number, key in enumerate((rule, code)):
        for name, known in CLASSES.items():
            if key in known[number]:
                return name
        if number == 0 and rule:
            return NO_CLASS
    return NO_CLASS


def demands(programs):
    """What the programs must show, as outcomes."""
    coded = [program for program in wrong(programs) if program.code != NO_CODE]
    missed = [program for program in coded if not program.right]
    enough = coded and 100 * len(missed) <= (100 - LEAST) * len(coded)
    yield verdict(enough, f"{LEAST} % of the programs with a rustc code are refused", missed)
    for name in CLASSES:
        of_class = [program for program in wrong(programs) if program.kind == name]
        missed = [program for program in of_class if not program.right]
        yield verdict(of_class and not missed, f"every program is refused that has: {name}", missed)


def verdict(good, name, missed):
    name = f"tests/reject: {name}"
    return outcome.passed(name) if good else outcome.failed(name, "\n".join(line_of(program) for program in missed))


def line_of(program):
    detail = program.outcome.detail.splitlines() or [""]
    return f"{program.path.relative_to(test_reject.FOLDER)}: {detail[0]}"


def wrong(programs):
    return [program for program in programs if not program.correct]


def summary(programs):
    """The few lines that the tier prints."""
    coded = [program for program in wrong(programs) if program.code != NO_CODE]
    yield share("wrong programs", wrong(programs))
    yield share("with a rustc code", coded)
    correct = [program for program in programs if program.correct]
    yield (f"{len(correct)} correct programs of {sum(program.lines for program in correct)} lines, "
           f"{sum(not program.right for program in correct)} refused")


def share(what, programs):
    right = sum(program.right for program in programs)
    return f"{what}: {right} of {len(programs)} refused as said ({100 * right / max(len(programs), 1):.1f} %)"


def tables(programs):
    """The lines of the long form: by rustc's code, by rule, by class."""
    rows = wrong(programs)
    yield from table("rustc", rows, lambda program: program.code)
    yield from table("refused by", rows, lambda program: f"keel-{program.rule}" if program.rule else "clang, library")
    yield from table("class", rows, lambda program: program.kind)


def table(title, programs, key):
    total = collections.Counter(map(key, programs))
    right = collections.Counter(key(program) for program in programs if program.right)
    yield f"{title:<26}programs  refused as said"
    for name in sorted(total):
        yield row(name, total[name], right[name])
    yield row("all", len(programs), sum(right.values()))
    yield ""


def row(name, total, right):
    return f"{name:<26}{total:8}{right:17}{100 * right / max(total, 1):8.1f} %"
