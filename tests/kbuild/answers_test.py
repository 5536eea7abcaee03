# SPDX-License-Identifier: GPL-2.0
"""What Kbuild asks the compiler in each build is asked once (kbuild/answers.mk)."""

import os
import tempfile
from pathlib import Path

from support import Folder, PLAIN

# A compiler that is the kernel's, and notes each compile of nothing.
NOTING = """#!/bin/sh
case " $* " in *" /dev/null "*) echo "$*" >>"$NOTES";; esac
exec gcc-12 "$@"
"""


def commands(build):
    """The commands that V=1 shows, without what differs by chance."""
    return [line for line in build.out.splitlines() if "gcc" in line or "clang" in line]


def a_folder():
    return Folder("obj-m := m.o\nm-y := main.o c.o", main_cpp=PLAIN, c_c="int c_part;\n")


def test_the_answers_are_the_compilers():
    """Not asked, asked and kept, and taken from what is kept: the same commands."""
    with tempfile.TemporaryDirectory() as answers, a_folder() as folder:
        seen = []
        for where in ("", answers, answers):
            seen.append(commands(folder.built("V=1", KEEL_ANSWERS=where)))
            folder.built("clean")
        assert seen[0] and seen[0] == seen[1] == seen[2], seen
        kept = list(Path(answers).glob("*/*"))
        assert kept and len(list(Path(answers).iterdir())) == 1, kept
        assert {path.read_text().rsplit(maxsplit=1)[1] for path in kept} <= {"y", "n"}


def test_nothing_is_asked_twice_and_another_compiler_is_asked_again():
    with tempfile.TemporaryDirectory() as directory, a_folder() as folder:
        compiler, notes, answers = (Path(directory) / name for name in ("cc", "notes", "answers"))
        compiler.write_text(NOTING)
        compiler.chmod(0o755)

        def asked():
            notes.write_text("")
            folder.built(f"CC={compiler}", KEEL_ANSWERS=str(answers), NOTES=str(notes))
            folder.built("clean")
            return len(notes.read_text().splitlines())

        first, second = asked(), asked()
        assert first > 10 and second == 0, (first, second)
        os.utime(compiler, (1, 1))
        assert asked() == first


def test_what_cannot_be_kept_is_asked():
    with tempfile.TemporaryDirectory() as directory, a_folder() as folder:
        taken = Path(directory) / "taken"
        taken.write_text("a file")
        assert folder.make(KEEL_ANSWERS=str(taken)).status == 0
        assert taken.read_text() == "a file"


def test_rubbish_among_the_answers_is_not_read():
    with tempfile.TemporaryDirectory() as answers, a_folder() as folder:
        folder.built(KEEL_ANSWERS=answers)
        where, = Path(answers).iterdir()
        for name, text in (("rubbish", "$(error this) is\nno answer"), ("empty", ""), ("half", "keel-answer-~sgcc")):
            (where / name).write_text(text)
        folder.built("clean")
        folder.built(KEEL_ANSWERS=answers)
