# SPDX-License-Identifier: GPL-2.0
"""The shape of the tree: rules about files that need no compiler. Each rule yields (path, line, what to do)."""

import re
import statistics
from pathlib import Path

LONGEST = 800
WIDEST = 132
MEDIAN_HEADER = 250
CODE = {".hpp", ".cpp", ".h", ".c", ".py", ".mk", ".sh"}
TEXT = CODE | {".md", ".txt", ".list", ""}

# Where kernels may differ by name: the C side of the wall, and the list of what CI covers.
VERSIONED = ("shims/", "bindings/", "tools/cli/kernels.list")
VERSION_MACRO = re.compile(r"\b(LINUX_VERSION_" + r"CODE|KERNEL_" + r"VERSION)\b")
VERSION_NUMBER = re.compile(r"(?<![\w.\-])[5-7]\.\d{1,2}(\.\d+)?(?![\w.%])")
# At the start of a comment: in other places these words may be what a file format spells.
UNFINISHED = re.compile(r"(//|/\*|\*|#|^)\s*(" + "|".join(["FIX" + "ME", "TO" + "DO", "X" * 3]) + r")\b")
MACHINE_PATH = re.compile(r"(?<![\w.}])/(home/[a-z]|root/|work/[a-z])")


def check(root, files):
    """Runs every rule over `files` (paths relative to `root`), sorted by path."""
    texts = {}
    for file in files:
        if file.suffix in TEXT and file.name != "LICENSE" and (root / file).is_file():
            texts[file] = (root / file).read_text(errors="replace")
    findings = []
    for rule in (too_long, too_wide, no_license, kernel_versions, unfinished, machine_paths, unlisted_tests):
        findings += rule(root, texts)
    return sorted(findings)


def median_header(root, files):
    lengths = [len((root / file).read_text().splitlines()) for file in headers(files)]
    return statistics.median(lengths) if lengths else 0


def headers(files):
    return [file for file in files if file.suffix == ".hpp" and file.parts[:2] == ("include", "keel")]


def too_long(root, texts):
    for file, text in texts.items():
        if file.suffix in CODE and text.count("\n") > LONGEST:
            yield file, LONGEST + 1, f"longer than {LONGEST} lines: split it by idea"
    median = median_header(root, texts)
    if median > MEDIAN_HEADER:
        yield Path("include/keel"), 1, f"the median header has {median:.0f} lines, aim for {MEDIAN_HEADER}: split some"


def too_wide(_root, texts):
    """clang-format sees to C and C++."""
    for file, text in texts.items():
        if file.suffix in (".py", ".sh"):
            for number, line in enumerate(text.splitlines(), 1):
                if len(line) > WIDEST:
                    yield file, number, f"wider than {WIDEST} columns"


def no_license(_root, texts):
    for file, text in texts.items():
        if file.suffix in CODE and "SPDX-License-Identifier: GPL-2.0" not in "".join(text.splitlines()[:2]):
            yield file, 1, "begins with no SPDX line: SPDX-License-Identifier: GPL-2.0"


def kernel_versions(_root, texts):
    for file, text in texts.items():
        if file.suffix not in CODE or str(file).startswith(VERSIONED):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if VERSION_MACRO.search(line) or VERSION_NUMBER.search(line):
                yield file, number, "names a kernel version: use a feature macro (KEEL_HAS_...) or a shim"


def unfinished(_root, texts):
    return matches(texts, UNFINISHED, "unfinished: do it, or file an issue and say what holds today")


def machine_paths(_root, texts):
    return matches(texts, MACHINE_PATH, "a path of one machine")


def matches(texts, pattern, what):
    for file, text in texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                yield file, number, what


def unlisted_tests(root, texts):
    """A test that no Makefile names is never built, and passes for ever."""
    for file in texts:
        if file.parts[:2] != ("tests", "vm") or file.suffix != ".cpp":
            continue
        listed = False
        for folder in file.parents:
            makefile = root / folder / "Makefile"
            if folder == Path("tests") or listed:
                break
            if makefile.is_file():
                text = makefile.read_text()
                listed = f"{file.relative_to(folder).with_suffix('.o')}" in text or "wildcard" in text
        if not listed:
            yield file, 1, "is in no Makefile of tests/vm: it would never run"
        suites = texts.get(Path("tests/vm/suites.hpp"), "")
        for suite in re.findall(r"^KEEL_SUITE\((\w+)_suite\b", texts[file], re.M):
            if f"X({suite})" not in suites:
                yield file, 1, f"its suite {suite} is not in tests/vm/suites.hpp: it would never run"
