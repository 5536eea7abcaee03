# SPDX-License-Identifier: GPL-2.0
"""compile_commands.json: clangd reads a module as the build does."""

import json
import subprocess

from support import Folder, PLAIN, plain

C_PART = "#include <linux/module.h>\nint from_c(void);\nint from_c(void) { return sizeof(struct module); }\n"


def clangd(path):
    """The problems clangd has with a file."""
    check = subprocess.run(["clangd-22", f"--check={path}", "--check-completion=0", "--log=error"],
                           capture_output=True, text=True)
    return [line for line in check.stderr.splitlines() if line.startswith("E[") and "tweak:" not in line]


def test_compile_commands():
    with Folder("obj-m := m.o\nm-y := main.o core/part.o c.o", main_cpp=PLAIN, c_c=C_PART,
                core__part_cpp='#include "core/part.hpp"\nint part() { return 1; }\n',
                core__part_hpp="int part();\n") as folder:
        folder.built("compile_commands.json")
        entries = json.loads((folder.path / "compile_commands.json").read_text())
        named = {entry["file"] for entry in entries}
        assert named == {str(folder.path / name) for name in ("main.cpp", "core/part.cpp", "c.c")}, named
        for name in ("main.cpp", "core/part.cpp", "core/part.hpp", "c.c"):
            assert not clangd(folder.path / name), clangd(folder.path / name)


def test_compile_commands_of_broken_code():
    with plain(plain_cpp=PLAIN + "int broken( { }\n") as folder:
        folder.built("compile_commands.json")
        assert any("expected" in line for line in clangd(folder.path / "plain.cpp"))


def test_compile_commands_leaves_the_build_alone():
    with plain() as folder:
        folder.built()
        before = folder.files()
        folder.built("compile_commands.json")
        assert set(folder.files()) - set(before) == {"compile_commands.json"}
        assert folder.built().out == ""
