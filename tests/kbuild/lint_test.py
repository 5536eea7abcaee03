# SPDX-License-Identifier: GPL-2.0
"""What links but cannot work in the kernel is refused, with a reason."""

import subprocess

from errors_test import refused
from keel_cli import paths
from support import Folder, MODULE, PLAIN, plain

LENIENT = "cxxflags-y := -Wno-error -w\n"


def with_code(code, init="0", lenient=True):
    """A module with `code`, whose init_module returns `init`."""
    source = MODULE + code + f"\nint init_module() {{ return {init}; }}\nvoid cleanup_module() {{}}\n"
    return Folder((LENIENT if lenient else "") + "obj-m := m.o", m_cpp=source)


def test_static_constructor():
    code = 'int value();\nint value() { return _printk("x"); }\nint global = value();\n'
    with with_code(code, "global", lenient=False) as folder:
        refused(folder, "global-constructors")
    with with_code(code, "global") as folder:
        refused(folder, "error: a constructor that runs at load time", "the kernel never runs it", "constinit")


def test_static_destructor():
    code = "struct Closer { int x = 1; ~Closer(); };\nCloser::~Closer() { _printk(\"x\"); }\nCloser closer;\n"
    with with_code(code, "closer.x") as folder:
        refused(folder, "nothing in the kernel runs it")


def test_thread_local():
    with with_code("thread_local int mine;\n", "++mine") as folder:
        refused(folder, "error: a thread_local variable", "(in mine)", "per-CPU")


def test_guarded_static():
    code = "int value();\nint value() { static int once = _printk(\"x\"); return once; }\n"
    with with_code(code, "value()") as folder:
        refused(folder, "__cxa_guard_acquire", "static variable inside a function", "constinit")


def test_undefined_cpp_function():
    with with_code("namespace far { int away(int x); }\n", "far::away(1)") as folder:
        refused(folder, "far::away(int) is undefined", "(in init_module)", "list that source in NAME-y")


def test_weak_undefined():
    with with_code('extern "C" [[gnu::weak]] int perhaps();\n', "perhaps ? perhaps() : 1") as folder:
        refused(folder, "perhaps is undefined and weak", "null pointer")


def test_pure_virtual():
    code = "struct A { virtual int f() = 0; };\nstruct B : A { int f() override { return 1; } };\nA* leak;\n" \
        "struct C : A { C(); int f() override; };\n[[gnu::noinline]] C::C() { leak = this; }\n" \
        "int C::f() { return 2; }\n"
    with with_code(code, "(C {}, leak->f())") as folder:
        build = folder.make()
        # The optimiser may have removed the reference; if not, it must be refused with a reason.
        assert build.status == 0 or "pure virtual" in build.err, build


def test_plain_new():
    with with_code("int* volatile p;\n", "*(p = new int(1))") as folder:
        refused(folder, "operator new(unsigned long) is undefined", "Box<T>")


def test_wide_division():
    with with_code("volatile __int128 wide = 7;\n", "(int)(wide / 3)") as folder:
        refused(folder, "__divti3 is undefined", "128-bit")


def test_throw():
    throwing = PLAIN.replace("return", "throw 1; return", 1)
    with Folder(LENIENT + "cxxflags-y += -fexceptions\nobj-m := m.o", m_cpp=throwing) as folder:
        refused(folder, "kernel has none", "return a Result")


def test_c_part():
    """The .ko is checked too, for what comes from C."""
    c = "#include <linux/init.h>\n__attribute__((constructor)) static void early(void) { asm volatile(\"nop\"); }\n"
    with Folder("obj-m := m.o\nm-y := main.o c.o", main_cpp=PLAIN, c_c=c) as folder:
        refused(folder, "m.ko: error: a constructor that runs at load time", "(in early)")


def test_reports_all():
    code = "thread_local int mine;\nint away(int x);\n"
    with with_code(code, "++mine + away(1)") as folder:
        build = refused(folder, "thread_local")
        assert len([line for line in build.err.splitlines() if ": error: " in line]) == 2, build


def test_not_an_object():
    with plain(bad_o="not an object\n") as folder:
        check = subprocess.run(["python3", paths.ROOT / "tools/lint/module_lint.py", folder.path / "bad.o"],
                               capture_output=True, text=True)
        assert check.returncode == 2 and "cannot be checked" in check.stderr and folder.has("bad.o"), check
