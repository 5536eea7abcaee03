# SPDX-License-Identifier: GPL-2.0
"""What a Makefile may ask for, and what the modules are made of."""

import subprocess
import tempfile
from pathlib import Path

from support import Folder, MODULE, PLAIN, plain

C_HEADER = "#include <linux/kernel.h>\nint from_cpp(int x);\nint from_c(int x);\n"
C_PART = C_HEADER + "int from_c(int x) { return from_cpp(x) + 1; }\n"
CPP_MAIN = MODULE + """
extern "C" int from_c(int x);
int init_module() { return from_c(1) == 4 ? 0 : -22; }
void cleanup_module() {}
"""
CPP_PART = 'extern "C" int from_cpp(int x);\nint from_cpp(int x) { return x + 2; }\n'


def test_c_and_cpp_call_each_other():
    with Folder("obj-m := m.o\nm-y := main.o part.o c.o", main_cpp=CPP_MAIN, part_cpp=CPP_PART, c_c=C_PART) as folder:
        folder.built()
        assert not {"from_c", "from_cpp"} & set(folder.undefined("m.ko"))


def test_entry_points_in_any_source():
    with Folder("obj-m := m.o\nm-y := part.o main.o", main_cpp=PLAIN, part_cpp=CPP_PART) as folder:
        folder.built()
        assert {"init_module", "cleanup_module"} <= set(folder.defined("m.ko"))


def test_entry_points_in_c():
    c_main = C_HEADER + """
#include <linux/module.h>
static int __init start(void) { return from_cpp(1) == 3 ? 0 : -22; }
module_init(start);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("a test");
"""
    with Folder("obj-m := m.o\nm-y := part.o c.o", part_cpp=CPP_PART, c_c=c_main) as folder:
        folder.built()
        assert "from_cpp" in folder.defined("m.ko")


def test_only_c():
    source = '#include <linux/module.h>\nMODULE_LICENSE("GPL");\nMODULE_DESCRIPTION("a test");\n'
    with Folder("obj-m := m.o", m_c=source) as folder:
        folder.built()
        assert folder.has("m.ko")


def test_sources_in_subfolders():
    with Folder("obj-m := m.o\nm-y := main.o core/part.o", main_cpp='#include "core/part.hpp"\n' + PLAIN,
                core__part_cpp='#include "part.hpp"\nint part() { return 1; }\n',
                core__part_hpp="int part();\n") as folder:
        folder.built()
        assert folder.has("core/part.bc")


def test_source_named_like_the_module():
    with Folder("obj-m := m.o\nm-y := m.o part.o", m_cpp=PLAIN, part_cpp=CPP_PART) as folder:
        folder.built()
        assert folder.built().out == ""


def test_two_modules_share_a_source():
    with Folder("obj-m := one.o two.o\none-y := a.o part.o\ntwo-y := b.o part.o", a_cpp=PLAIN, b_cpp=PLAIN,
                part_cpp=CPP_PART) as folder:
        folder.built("-j2")
        assert folder.has("one.ko") and folder.has("two.ko")
        assert folder.built().out == ""


def test_module_name():
    printing = PLAIN.replace("hello", '" KBUILD_MODNAME " " KBUILD_BASENAME "')
    with Folder("obj-m := my-driver.o\nmy-driver-y := the-main.o", **{"the-main.cpp": printing}) as folder:
        folder.built()
        assert b"my_driver the_main" in (folder.path / "my-driver.ko").read_bytes()


def test_templates_leave_one_copy():
    header = """
template <class T> struct Counter {
    static inline int count = 0;
    [[gnu::noinline]] static int bump(T t) { return count += t; }
};
int other(int x);
"""
    main = '#include "t.hpp"\n' + MODULE + """
int init_module() { return Counter<int>::bump(1) + other(1); }
void cleanup_module() {}
"""
    other = '#include "t.hpp"\n[[gnu::noinline]] int other(int x) { return Counter<int>::bump(x); }\n'
    with Folder("obj-m := m.o\nm-y := main.o other.o", main_cpp=main, t_hpp=header, other_cpp=other) as folder:
        folder.built()
        names = folder.defined("m.ko")
        assert names.count("_ZN7CounterIiE5countE") == 1 and names.count("_ZN7CounterIiE4bumpEi") == 1, names
        sections = subprocess.run(["readelf", "-SW", folder.path / "m.ko"], capture_output=True, text=True,
                                  check=True).stdout
        assert ".group" not in sections and ".text._Z" not in sections, sections


def test_unused_code_goes():
    with plain(plain_cpp=PLAIN + 'void unused_function(); void unused_function() { _printk("unused"); }\n') as folder:
        folder.built()
        assert not [name for name in folder.defined("plain.ko") if "unused_function" in name]


def test_modules_install():
    with plain() as folder, tempfile.TemporaryDirectory() as root:
        early = folder.make("modules_install", f"INSTALL_MOD_PATH={root}")
        assert early.status != 0 and "run make first" in early.err, early
        folder.built()
        folder.built("modules_install", f"INSTALL_MOD_PATH={root}")
        assert [path for path in Path(root).rglob("plain.ko*")]


def test_ccache():
    with plain() as folder, tempfile.TemporaryDirectory() as cache:
        for _ in range(2):
            build = folder.make("KEEL_CCACHE=1", CCACHE_DIR=cache)
            assert build.status == 0, build
            folder.built("clean")
        stats = subprocess.run(["ccache", "--print-stats"], capture_output=True, text=True, check=True,
                               env={"CCACHE_DIR": cache, "PATH": "/usr/bin:/bin"}).stdout
        assert "direct_cache_hit\t1" in stats, stats
