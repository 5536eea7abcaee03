# SPDX-License-Identifier: GPL-2.0
"""The reject tier: programs that must not compile, each for the reason and on the line it says.

    auto& data = *lock.lock();   // expect-error: temporary
    // expect-error@+1: never dropped        (the line after)

A file named ok_*.cpp must compile. A program without an expectation is a failure: it tests nothing. What is wrong and
accepted nevertheless is in known_misses/ with a comment that says why, and what happens at run time:

    // known miss: no memory is freed here, so nothing is wrong on one CPU; at run time: as written

When all of them ran, what they must show together is a test too: recall.py.
"""

import os
import re
import subprocess

from . import checker, outcome, parallel, paths, ui

FOLDER = paths.ROOT / "tests" / "reject"
MISS = re.compile(r"//\s*known miss:\s*(\S.*; at run time: \S.*)$", re.M)
EXPECT = re.compile(r"//\s*expect-error(?:@([+-]\d+))?:\s*(.*?)\s*$")
DIAGNOSTIC = re.compile(r"^(.*?):(\d+):(?:\d+:)? (fatal error|error|warning|note): (.*)$")


def run(context):
    from . import recall
    wanted = [path for path in programs() if context.wants(path)]
    found = []
    for path, outcome_of_it in judged(context.kernel, wanted):
        found.append(recall.Program(path, outcome_of_it))
        yield outcome_of_it
    if found and wanted == programs():
        for line in recall.summary(found):
            ui.say(f"   {line}")
        yield from recall.demands(found)


def programs():
    return sorted(FOLDER.rglob("*.cpp"))


def judged(kernel, wanted):
    """(program, outcome) of each."""
    if not wanted:
        return
    compiler = command(kernel)
    with parallel.workers() as pool:
        yield from zip(wanted, pool.map(lambda path: judge(path, compiler), wanted))


def command(kernel):
    """How a program is compiled: as a driver is, and with every error told in one line."""
    return [*checker.command(kernel, "reject"), "-ferror-limit=0", "-fno-color-diagnostics", "-fno-caret-diagnostics",
            "-ftemplate-backtrace-limit=0"]


def judge(path, command):
    """The outcome of one program."""
    name = os.path.relpath(path, paths.ROOT)
    try:
        done = subprocess.run([*command, path], capture_output=True, text=True, errors="replace", timeout=120)
    except subprocess.TimeoutExpired:
        return outcome.failed(name, "the compiler did not end")
    expected = expectations(path.read_text())
    errors = errors_of(done.stderr, path)
    if done.returncode not in (0, 1) or "PLEASE submit a bug report" in done.stderr:
        return outcome.failed(name, f"the compiler crashed (status {done.returncode})\n{done.stderr[-3000:]}")
    if path.name.startswith("ok_"):
        wrong = ["must compile, and does not"] if done.returncode else []
        wrong += ["expects an error in a program that must compile"] if expected else []
    elif "known_misses" in path.parts and done.returncode == 0:
        return known_miss(name, path.read_text())
    elif not expected:
        wrong = ["has no expect-error comment: it tests nothing"]
    elif done.returncode == 0:
        wrong = ["was accepted"]
    else:
        wrong = differences(expected, errors)
    if not wrong and "known_misses" in path.parts:
        wrong = ["is refused as it should be, and no miss any more: move it to the folder of its kind"]
    if not wrong:
        return outcome.passed(name)
    return outcome.failed(name, "\n".join([*wrong, done.stderr[-4000:]]))


def known_miss(name, text):
    """The outcome of a wrong program that is accepted, and known to be."""
    said = MISS.search(text)
    if not said or not expectations(text):
        return outcome.failed(name, "says neither '// known miss: WHY; at run time: WHAT' nor where the error should be"
                              if not said else "has no expect-error comment: it misses nothing")
    return outcome.skipped(name, f"known miss: {said[1]}")


def expectations(text):
    """[(line, fragment)] of a program's comments."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if match := EXPECT.search(line):
            found.append((number + int(match[1] or 0), match[2]))
    return found


def errors_of(stderr, path):
    """[(lines, text)] of the compiler's errors. An error in a header is at the lines of the program that led to it,
    which the notes after it name."""
    errors, inside = [], False
    for line in stderr.splitlines():
        match = DIAGNOSTIC.match(line)
        if not match:
            continue
        here = os.path.realpath(match[1]) == str(path)
        if match[3].endswith("error"):
            errors.append(({int(match[2])} if here else set(), match[4]))
            inside = here
        elif match[3] == "note" and errors and here and not inside:
            errors[-1][0].add(int(match[2]))
    return errors


def is_finding(text):
    """Whether an error is a rule's or a warning's. After one of the language the checker says nothing."""
    return text.endswith("]") and ("[keel-" in text or "[-W" in text)


def says(text, fragment):
    """Whether a message has the fragment: "words [keel-rule]" are the words, and the rule at its end."""
    words, bracket, rule = fragment.rpartition(" [keel-")
    return words in text and text.endswith(bracket.strip() + rule) if bracket else fragment in text


def differences(expected, errors):
    """What is wrong with the errors: one sentence each."""
    wrong, matched = [], set()
    for line, fragment in expected:
        right = [i for i, (lines, text) in enumerate(errors) if line in lines and says(text, fragment)]
        if right and fragment:
            matched.update(right)
            continue
        elsewhere = next((lines for lines, text in errors if fragment and says(text, fragment)), None)
        there = next((text for lines, text in errors if line in lines), None)
        if not fragment:
            wrong.append(f"line {line}: the expectation is empty")
        elif elsewhere is not None:
            wrong.append(f"wrong line: '{fragment}' expected on line {line}, came on {sorted(elsewhere) or 'none'}")
        elif there is not None:
            wrong.append(f"wrong text on line {line}: expected '{fragment}', got '{there}'")
        else:
            wrong.append(f"line {line}: '{fragment}' did not come")
    lines_expected = {line for line, _ in expected}
    for i, (lines, text) in enumerate(errors):
        if i not in matched and not lines & lines_expected:
            wrong.append(f"an error that was not expected, on line {sorted(lines) or 'none of the program'}: {text}")
    return wrong
