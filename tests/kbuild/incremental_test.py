# SPDX-License-Identifier: GPL-2.0
"""What is built again, and what is not."""

import os
import time

from support import Folder, PLAIN, plain, scratch


def test_nothing_to_do():
    with plain() as folder:
        folder.built()
        assert folder.has("plain.ko")
        again = folder.built()
        assert again.out == "" and again.err == "", again


def test_header_changed():
    source = '#include "word.hpp"\n' + PLAIN.replace('"hello', 'WORD "')
    with plain(plain_cpp=source, word_hpp='#define WORD "one"\n') as folder:
        folder.built()
        folder.write("word.hpp", '#define WORD "two"\n')
        assert "plain.bc" in folder.built().steps()
        assert b"two" in (folder.path / "plain.ko").read_bytes()


def test_only_the_changed_source():
    with Folder("obj-m := m.o\nm-y := main.o other.o", main_cpp=PLAIN,
                other_cpp="extern int other; int other = 1;\n") as folder:
        folder.built()
        folder.write("main.cpp", PLAIN + "// changed\n")
        steps = folder.built().steps()
        assert "main.bc" in steps and "other.bc" not in steps, steps


def test_flags_changed():
    with plain() as folder:
        folder.built()
        assert "plain.bc" in folder.built("cxxflags-y=-DNEW_FLAG").steps()


def test_bindings_changed():
    with plain() as folder:
        folder.built()
        later = time.time() + 5
        os.utime(scratch() / "bindings" / "keel.bc", (later, later))
        try:
            steps = folder.built().steps()
        finally:
            os.utime(scratch() / "bindings" / "keel.bc", (0, 0))
        assert "plain.keel.o" in steps and "plain.bc" not in steps, steps


def test_clean_leaves_nothing():
    with Folder("obj-m := m.o other.o\nm-y := main.o core/part.o core/c.o", main_cpp=PLAIN, other_cpp=PLAIN,
                core__part_cpp="extern int part; int part = 1;\n", core__c_c="int c_part; \n") as folder:
        before = folder.files()
        folder.built()
        folder.built("compile_commands.json")
        assert len(folder.files()) > len(before)
        folder.built("clean")
        assert folder.files() == before, folder.files()


def test_clean_needs_no_bindings_and_no_checker():
    with plain() as folder:
        assert folder.built("clean", "KEEL_BINDINGS=", "KEEL_CHECKER=").err == ""


def test_parallel():
    """-j reaches the compiler: each of two waits until the other has started."""
    compiler = """#!/bin/sh
for last; do :; done
touch "$last.started"
for i in $(seq 100); do
	[ $(ls "$(dirname "$last")"/*.started | wc -l) -ge 2 ] && exec clang++-22 "$@"
	sleep 0.1
done
echo alone; exit 1
"""
    with Folder("obj-m := m.o\nm-y := main.o part.o", main_cpp=PLAIN, part_cpp="extern int part; int part = 1;\n",
                compiler_sh=compiler) as folder:
        (folder.path / "compiler.sh").chmod(0o755)
        build = folder.built("-j2", f"KEEL_CLANGXX={folder.path}/compiler.sh")
        assert folder.has("m.ko") and "jobserver" not in build.err, build


def test_many_sources():
    sources = {f"part{i}_cpp": f"extern int part{i}; int part{i} = {i};\n" for i in range(6)}
    members = " ".join(f"part{i}.o" for i in range(6))
    with Folder(f"obj-m := m.o\nm-y := main.o {members}", main_cpp=PLAIN, **sources) as folder:
        folder.built("-j2")
        assert folder.has("m.ko")


def test_two_makes_in_one_folder():
    with plain() as folder:
        makes = [folder.start("-j2") for _ in range(2)]
        outputs = [make.communicate() for make in makes]
        assert all(make.returncode == 0 for make in makes), outputs
        # One did the work, the other waited and had none.
        assert sum("plain.ko" in out for out, _ in outputs) == 1, outputs
        assert folder.has("plain.ko")


def test_two_makes_in_two_folders():
    with plain() as one, plain() as two:
        makes = [folder.start("-j2") for folder in (one, two)]
        outputs = [make.communicate() for make in makes]
        assert all(make.returncode == 0 for make in makes), outputs
