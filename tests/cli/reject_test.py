# SPDX-License-Identifier: GPL-2.0
"""The runner of programs that must not compile: each way in which a test can be wrong is told apart."""

from keel_cli import test_reject as runner
from support import scratch

COMMAND = ["clang++-22", "-std=gnu++23", "-fsyntax-only", "-ferror-limit=0", "-fno-color-diagnostics",
           "-fno-caret-diagnostics", "-Wunused-value", "-Werror"]


def judge(text, name="wrong.cpp", command=COMMAND, header=""):
    with scratch() as directory:
        (directory / name).parent.mkdir(exist_ok=True)
        (directory / name).write_text(text)
        (directory / "header.hpp").write_text(header)
        found = runner.judge(directory / name, command)
        return found.verdict, found.detail


def fails(why, *arguments, **more):
    verdict, detail = judge(*arguments, **more)
    assert verdict == "failed" and why in detail, (verdict, detail)


def test_reject_the_right_error_passes():
    assert judge("int x = y; // expect-error: undeclared identifier 'y'\n")[0] == "passed"
    assert judge("// expect-error@+1: undeclared\nint x = y;\n")[0] == "passed"
    assert judge("int f() { 1; return 0; } // expect-error: unused\n")[0] == "passed"


def test_reject_an_accepted_program_fails():
    fails("was accepted", "int x = 1; // expect-error: undeclared\n")


def test_reject_the_wrong_line_fails():
    fails("wrong line", "// expect-error: undeclared\nint x = y;\n")


def test_reject_the_wrong_text_fails():
    fails("wrong text", "int x = y; // expect-error: no such message\n")


def test_reject_a_further_error_fails():
    fails("not expected", "int x = y; // expect-error: undeclared\nint z = w;\n")


def test_reject_no_expectation_fails():
    fails("tests nothing", "int x = y;\n")
    fails("is empty", "int x = y; // expect-error:\n")


def test_reject_a_crash_fails():
    fails("crashed", "int x = y; // expect-error: undeclared\n", command=["sh", "-c", "kill -SEGV $$"])
    fails("crashed", "int x = y; // expect-error: undeclared\n", command=["sh", "-c", "exit 70"])


def test_reject_an_error_in_a_header_is_at_the_line_that_led_to_it():
    header = "template <class T> void f() { static_assert(sizeof(T) == 1, \"too big\"); }\n"
    program = '#include "header.hpp"\nvoid g()\n{\n    f<int>(); // expect-error: too big\n}\n'
    assert judge(program, header=header)[0] == "passed", judge(program, header=header)
    fails("wrong line", program.replace(" // expect-error: too big\n}", "\n} // expect-error: too big"), header=header)


def test_reject_a_correct_program_must_compile():
    assert judge("int x = 1;\n", name="ok_1.cpp")[0] == "passed"
    fails("must compile", "int x = y;\n", name="ok_1.cpp")
    fails("must compile", "int x = 1; // expect-error: none\n", name="ok_1.cpp")


def test_reject_a_known_miss_is_listed_apart():
    miss = "int x = 1; // expect-error: undeclared\n"
    why = "// known miss: nothing frees it; at run time: as written\n"
    assert judge(why + miss, name="known_misses/a.cpp") == ("skipped", "known miss: nothing frees it; at run time: as written")
    fails("says neither", miss, name="known_misses/a.cpp")
    fails("misses nothing", why, name="known_misses/a.cpp")
    fails("no miss any more", why + "int x = y; // expect-error: undeclared\n", name="known_misses/a.cpp")
    fails("wrong text", why + "int x = y; // expect-error: unused\n", name="known_misses/a.cpp")
