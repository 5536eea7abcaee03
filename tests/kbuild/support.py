# SPDX-License-Identifier: GPL-2.0
"""A module's folder to build in, thrown away afterwards, and what a build of it said."""

import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from keel_cli import host_tools, kernels, packages, paths

# What KEEL_MODULE makes, by hand.
MODULE = """
extern "C" int _printk(const char* format, ...);
[[gnu::used, gnu::section(".modinfo")]] static constinit const char license[] = "license=GPL";
[[gnu::used, gnu::section(".modinfo")]] static constinit const char description[] = "description=a test";
extern "C" [[gnu::section(".init.text")]] int init_module();
extern "C" [[gnu::section(".exit.text")]] void cleanup_module();
[[gnu::used, gnu::section(".init.data")]] static constinit int (*const volatile init_reference)() = init_module;
[[gnu::used, gnu::section(".exit.data")]] static constinit void (*const volatile exit_reference)() = cleanup_module;
"""
PLAIN = MODULE + """
int init_module() { return _printk("hello\\n") < 0; }
void cleanup_module() {}
"""
MAKEFILE = f"KEEL ?= {paths.ROOT}\ninclude $(KEEL)/kbuild/module.mk\n"


@functools.cache
def kdir():
    return os.environ.get("KDIR") or str(kernels.resolve(None).kdir)


@functools.cache
def scratch():
    """A folder for the whole run; `make` is kept from finding the bindings, which these modules do not use."""
    folder = tempfile.TemporaryDirectory(prefix="keel-kbuild-")
    scratch.keep = folder
    bindings = Path(folder.name) / "bindings"
    (bindings / "include").mkdir(parents=True)
    subprocess.run(["opt-22", "-o", bindings / "keel.bc"], input='target triple = "x86_64-unknown-linux-gnu"',
                   text=True, check=True)
    return Path(folder.name)


@functools.cache
def no_checker():
    """The modules are raw C++, which the checker refuses; a make without any is refused too."""
    return host_tools.ensure("no-checker.so", Path(__file__).parent / "no_checker", packages.CHECKER)


class Build:
    """What a make printed and how it ended."""

    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr

    def __str__(self):
        return f"exit status {self.status}\n{self.out}{self.err}"

    def steps(self):
        """The files that were made."""
        return [os.path.basename(line.split()[-1]) for line in self.out.splitlines() if line.startswith("  ")]


class Folder:
    """A module's folder with the given files; `makefile` goes above the include of module.mk."""

    def __init__(self, makefile, **files):
        self.path = Path(tempfile.mkdtemp(dir=scratch()))
        self.write("Makefile", makefile + "\n" + MAKEFILE)
        for name, text in files.items():
            self.write(name, text)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path)

    def write(self, name, text):
        """Names are as in keyword arguments: core__format_cpp is core/format.cpp."""
        if "." not in name and "_" in name:
            stem, suffix = name.rsplit("_", 1)
            name = f"{stem.replace('__', '/')}.{suffix}"
        path = self.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)

    def has(self, name):
        return (self.path / name).exists()

    def files(self):
        return sorted(str(path.relative_to(self.path)) for path in self.path.rglob("*") if path.is_file())

    def make(self, *arguments, **environment):
        return Build(subprocess.run(self.command(*arguments), capture_output=True, text=True,
                                    env=self.environment(environment)))

    def start(self, *arguments):
        return subprocess.Popen(self.command(*arguments), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env=self.environment({}))

    def command(self, *arguments):
        return ["make", "-C", self.path, "--no-print-directory", f"KDIR={kdir()}",
                f"KEEL_BINDINGS={scratch() / 'bindings'}", f"KEEL_CHECKER={no_checker()}", *arguments]

    def environment(self, more):
        ours = ("MAKEFLAGS", "MAKELEVEL", "KDIR")
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        return {**kept, "KEEL_ANSWERS": str(scratch() / "answers"), **more}

    def built(self, *arguments, **environment):
        """A make that must succeed."""
        build = self.make(*arguments, **environment)
        assert build.status == 0, build
        return build

    def undefined(self, module):
        return self.names("-u", module)

    def defined(self, module):
        return self.names("--defined-only", module)

    def names(self, which, module):
        output = subprocess.run(["nm", which, self.path / module], capture_output=True, text=True, check=True).stdout
        return [line.split()[-1] for line in output.splitlines()]


def plain(**files):
    """A module of one source, and any more files."""
    return Folder("obj-m := plain.o", **{"plain_cpp": PLAIN, **files})
