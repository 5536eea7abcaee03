# SPDX-License-Identifier: GPL-2.0
"""Bad input: one clear message, a failing status, nothing left that looks built."""

import os
import re
import shlex
import shutil
import subprocess
import tempfile

from keel_cli import paths
from support import Folder, PLAIN, kdir, plain, scratch


def refused(folder, *texts, arguments=()):
    """A make that must fail and say all of `texts`, and leave no module."""
    build = folder.make(*arguments)
    assert build.status != 0, build
    for text in texts:
        assert text in build.err, f"no {text!r} in\n{build}"
    assert not list(folder.path.rglob("*.ko")), folder.files()
    return build


def test_compile_error():
    with plain() as folder:
        folder.built()
        folder.write("plain.cpp", PLAIN + "int broken( { }\n")
        build = refused(folder, "plain.cpp:", "error: expected")
        # clang's words are the last, but for the one line of the make that was called.
        lines = build.err.splitlines()
        assert re.match(r"make: \*\*\* \[.*modules\] Error", lines[-1]) and "generated" in lines[-2], build
        assert not [line for line in lines if line.startswith("make[")], build


def test_compile_error_in_a_terminal():
    """The same, and in colour."""
    with plain(plain_cpp="int broken( { }\n") as folder:
        command = shlex.join(map(str, folder.command()))
        build = subprocess.run(["script", "-qec", command, "/dev/null"], capture_output=True, text=True,
                               stdin=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"})
        assert build.returncode != 0 and "\x1b[" in build.stdout and "expected" in build.stdout, build
        assert "make[" not in build.stdout and "###" not in build.stdout, build


def test_recovers_from_compile_error():
    with plain(plain_cpp="int broken( { }\n") as folder:
        refused(folder)
        folder.write("plain.cpp", PLAIN)
        folder.built()


def test_warning_is_an_error():
    with plain(plain_cpp=PLAIN + "short narrow(int x);\nshort narrow(int x) { return x; }\n") as folder:
        refused(folder, "implicit conversion")


def test_large_frame():
    big = PLAIN.replace("return", 'char big[4096]; __asm__ volatile("" ::"r"(big) : "memory"); return', 1)
    with plain(plain_cpp=big) as folder:
        refused(folder, "stack frame size")


def test_kernel_symbol_missing():
    with plain(plain_cpp=PLAIN.replace("_printk", "no_such_kernel_function")) as folder:
        refused(folder, "no_such_kernel_function")


def test_no_module_named():
    with Folder("") as folder:
        refused(folder, 'put "obj-m := NAME.o" above the include')


def test_no_source():
    with Folder("obj-m := plain.o") as folder:
        refused(folder, "module plain has no source", "plain.cpp")


def test_wrong_suffix():
    with Folder("obj-m := plain.o", plain_cc=PLAIN) as folder:
        refused(folder, "plain.cc", "ends in .cpp")


def test_c_and_cpp_of_one_name():
    with plain(plain_c="int x;\n") as folder:
        refused(folder, "plain.c and plain.cpp")


def test_no_kernel():
    with plain() as folder:
        refused(folder, "not the build directory of a kernel", "KDIR=", arguments=["KDIR=/nonexistent"])


def test_no_compiler():
    with plain() as folder:
        refused(folder, "keel: clang++-nowhere is not installed: run ./keel setup",
                arguments=["KEEL_CLANGXX=clang++-nowhere"])


def test_no_checker():
    """Fails closed: C++ is not compiled without the checker, nor with a plugin that is something else."""
    with plain() as folder:
        refused(folder, "the checker, without which no C++ is compiled", arguments=["KEEL_CHECKER=/nonexistent"])
        libm = subprocess.run(["gcc", "-print-file-name=libm.so.6"], capture_output=True, text=True, check=True).stdout
        refused(folder, "keel", arguments=[f"KEEL_CHECKER={libm.strip()}"])


def test_path_with_space():
    with plain() as folder:
        spaced = folder.path / "a b"
        spaced.mkdir()
        for name in ("Makefile", "plain.cpp"):
            shutil.copy(folder.path / name, spaced)
        build = subprocess.run(["make", "-C", spaced, f"KDIR={kdir()}"], capture_output=True, text=True)
        assert build.returncode != 0 and "path without spaces" in build.stderr, build


def test_unknown_flag():
    for flag in ("-mno-such-thing", "-fno-such-thing", "--no-such-thing"):
        with plain() as folder:
            refused(folder, f'"{flag}"', "kbuild/flags.mk", "KEEL_PASS_FLAGS", arguments=[f"KCFLAGS={flag}"])


def test_unknown_flag_dropped():
    with Folder("obj-m := m.o\nccflags-y := -fno-such-thing", m_cpp=PLAIN) as folder:
        folder.built("KEEL_DROP_FLAGS=-fno-such-%")


def test_flag_passed():
    with Folder("obj-m := m.o\nccflags-y := -fno-vectorize", m_cpp=PLAIN) as folder:
        folder.built("KEEL_PASS_FLAGS=-fno-vectorize")


def test_relative_paths():
    """KEEL, KDIR and KEEL_BINDINGS may be relative to the module's folder."""
    with plain() as folder, tempfile.TemporaryDirectory(dir=folder.path.parent) as links:
        os.symlink(kdir(), f"{links}/kernel")
        os.symlink(paths.ROOT, f"{links}/keel")
        os.symlink(scratch() / "bindings", f"{links}/bindings")
        name = os.path.basename(links)
        folder.built(f"KDIR=../{name}/kernel", f"KEEL=../{name}/keel", f"KEEL_BINDINGS=../{name}/bindings")
