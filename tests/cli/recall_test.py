# SPDX-License-Identifier: GPL-2.0
"""What tests/reject must show as a whole: how programs are counted, and when it is not enough."""

from keel_cli import outcome, recall
from keel_cli import test_reject as runner
from support import scratch

UNINIT = "// rustc: E0381\nint f(); // expect-error: [keel-uninit]\n"
OTHER = "// rustc: E0308\nint f(); // expect-error: no conversion\n"


def programs(*texts_and_verdicts):
    with scratch() as directory:
        found = []
        for number, (text, right) in enumerate(texts_and_verdicts):
            path = directory / f"{number}.cpp"
            path.write_text(text)
            judged = outcome.passed("x") if right else outcome.failed("x", "was accepted")
            found.append(recall.Program(path, judged))
            found[-1].path = runner.FOLDER / path.name
        return found


def one(text):
    return programs((text, True))[0]


def unmet(found):
    return [each.name for each in recall.demands(found) if each.verdict != "passed"]


def everything(more):
    """One refused program of each class, and `more`."""
    return programs(*((f"// expect-error: [keel-{rules[0]}]\n", True) for rules, _ in recall.CLASSES.values()), *more)


def test_recall_class_by_rule_code_or_own_words():
    assert one(UNINIT).kind == "uninitialised"
    assert one("// rustc: E0597\nint f(); // expect-error: temporary\n").kind == "dangling"
    assert one("// expect-error: [keel-not-send]\n").kind == "data race"
    assert one("// rustc: E0502\n// expect-error: [keel-unsafe-op]\n").kind == "other", "the rule says more than the code"
    assert one("// class: plain values\n// rustc: E0499\n// expect-error: [keel-exclusive]\n").kind == "plain values"


def test_recall_all_refused_is_enough():
    assert unmet(everything([(UNINIT, True), (OTHER, True)])) == []


def test_recall_an_accepted_program_of_a_class_is_too_much():
    found = unmet(everything([(UNINIT, False)] + [(OTHER, True)] * 99))
    assert len(found) == 1 and "uninitialised" in found[0], found


def test_recall_two_of_a_hundred_may_be_accepted_and_no_third():
    assert unmet(everything([(OTHER, True)] * 98 + [(OTHER, False)] * 2)) == []
    found = unmet(everything([(OTHER, True)] * 97 + [(OTHER, False)] * 3))
    assert len(found) == 1 and "98 %" in found[0], found


def test_recall_a_class_without_programs_shows_nothing():
    assert len(unmet(programs((OTHER, True)))) == len(recall.CLASSES)


def test_recall_tables_count_each_program_once():
    lines = list(recall.tables(everything([(OTHER, False)])))
    assert [line.split()[1:3] for line in lines if line.startswith("all ")] == [["7", "6"]] * 3, lines
