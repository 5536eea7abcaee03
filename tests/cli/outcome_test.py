# SPDX-License-Identifier: GPL-2.0
"""How tests are counted."""

import contextlib
import io

from keel_cli import outcome, test as command


def read(*lines):
    outcomes = outcome.from_lines([f"{line}\n" for line in lines], "p")
    return [(found.verdict, found.name, found.detail) for found in outcomes]


def test_results_of_a_runner_are_read():
    assert read("ok one", "noise", "not ok two", "ok three # SKIP no device") == [
        ("passed", "p: one", ""), ("failed", "p: two", "noise\n"), ("skipped", "p: three", "no device")]


def test_notes_after_a_failure_belong_to_it():
    assert read("not ok one", "# why", "# and where", "ok two") == [
        ("failed", "p: one", " why\n and where\n"), ("passed", "p: two", "")]
    assert read("not ok last", "# why") == [("failed", "p: last", " why\n")]


def closing(*outcomes):
    tally, output = command.Tally(), io.StringIO()
    with contextlib.redirect_stdout(output):
        for found in outcomes:
            tally.add(found)
        status = tally.close()
    return status, output.getvalue().splitlines()


def test_a_run_ends_with_one_line():
    status, lines = closing(outcome.passed("a"), outcome.passed("b"))
    assert status == 0 and lines[-1] == "2 passed, 0 failed", lines


def test_a_failure_is_named_and_fails_the_run():
    status, lines = closing(outcome.passed("a"), outcome.failed("b", "because"))
    assert status == 1 and lines[-2:] == ["failed: b", "1 passed, 1 failed"] and "    because" in lines, lines


def test_a_skipped_test_is_not_passed():
    status, lines = closing(outcome.passed("a"), outcome.skipped("b", "no device"))
    assert status == 0 and lines[-2:] == ["1 skipped: b", "1 passed, 0 failed"], lines
    assert closing(outcome.skipped("b", "no device"))[0] == 1, "a run that tests nothing passes"


def test_a_run_without_tests_fails():
    assert closing()[0] == 1
