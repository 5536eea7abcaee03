# SPDX-License-Identifier: GPL-2.0
"""The mutants and the fuzz of tests/checker: that they notice what they are there for."""

import importlib.machinery
import importlib.util
import random
import sys

from support import ROOT, scratch

CLANG = ["clang++-22", "-std=gnu++23", "-fsyntax-only", "-ferror-limit=0", "-fno-color-diagnostics", "-fno-caret-diagnostics"]


def load(folder):
    """tests/checker/FOLDER/run as a module."""
    path = ROOT / "tests" / "checker" / folder
    sys.path.insert(0, str(path))
    loader = importlib.machinery.SourceFileLoader(f"{folder}_run", str(path / "run"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


fuzz, mutate = load("fuzz"), load("mutate")


def shell(script):
    """A compiler of its own; it is asked without the checker when there is no argument -fplugin."""
    return ["sh", "-c", script, "compiler", "-fplugin=checker"]


def test_fuzz_a_crash_of_the_checker_fails():
    verdict, _, detail = fuzz.judge("int x;", shell("case $1 in -fplugin*) kill -SEGV $$;; esac"))
    assert verdict == "failed" and "crashed" in detail, (verdict, detail)
    verdict, _, detail = fuzz.judge("int x;", shell("case $1 in -fplugin*) echo PLEASE submit a bug report >&2; exit 1;; esac"))
    assert verdict == "failed", verdict


def test_fuzz_a_crash_of_the_compiler_alone_does_not():
    assert fuzz.judge("int x;", shell("kill -SEGV $$"))[0] == "clang"


def test_fuzz_a_hang_fails():
    limit, fuzz.LIMIT = fuzz.LIMIT, 1
    try:
        verdict, _, detail = fuzz.judge("int x;", shell("case $1 in -fplugin*) exec sleep 20;; esac"))
    finally:
        fuzz.LIMIT = limit
    assert verdict == "failed" and "did not end" in detail, (verdict, detail)


def test_fuzz_what_does_not_compile_is_taken_out():
    verdict, text, _ = fuzz.judge("int x = y;\nint f()\n{\n    return z;\n    return 1;\n}\n", CLANG)
    assert verdict == "reached" and "x = y" not in text and "return 1" in text, (verdict, text)
    assert fuzz.judge("int f( {\n", CLANG)[0] == "refused"


def test_fuzz_programs_are_those_of_the_seed():
    corpus = sorted((ROOT / "samples").glob("*/*.cpp"))
    for number in range(20):
        assert fuzz.program(1, number, corpus) == fuzz.program(1, number, corpus)
    assert [fuzz.program(1, n, corpus) for n in range(20)] != [fuzz.program(2, n, corpus) for n in range(20)]


def test_fuzz_every_damage_does_something():
    text = (ROOT / "samples/echo/echo.cpp").read_text()
    for damage in fuzz.DAMAGES:
        results = {damage(random.Random(n), text, text) for n in range(20)}
        assert len(results - {text}) > 5, damage.__name__


def mutant(text, command=CLANG, name="declare_without_value"):
    """The verdict on a mutant that `name` made, and what is said of it."""
    with scratch() as directory:
        return mutate.judge(name, mutate.ROOT / "samples" / "mutant.cpp", directory, text, command)


def test_mutants_that_are_accepted_fail():
    verdict, said = mutant("int x;\n")
    assert verdict == "accepted" and "\nnot ok" in "\n" + said, said


def test_mutants_refused_by_another_rule_fail():
    says = ["sh", "-c", "echo \"$1:1:1: error: no [keel-goto]\" >&2; exit 1", "compiler"]
    assert mutant("int x;\n", says)[0] == "accepted"
    assert mutant("int x;\n", [*says[:2], says[2].replace("goto", "uninit"), says[3]])[0] == "refused"


def test_mutants_that_crash_the_compiler_fail():
    assert mutant("int x;\n", ["sh", "-c", "kill -SEGV $$"])[0] == "accepted"


def test_mutants_that_do_not_compile_do_not_count():
    assert mutant("int x = y;\n") == ("stillborn", "")
