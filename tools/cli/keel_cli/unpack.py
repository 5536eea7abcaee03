# SPDX-License-Identifier: GPL-2.0
"""A kernel's packages made to work from where they are unpacked, without being installed.

Debian's header packages expect to be at / and to find a compiler and host libraries of their release. Here their
absolute paths are rewritten, and the tools that this machine cannot run get the libraries of their release.
"""

import os
import re
import shutil
import struct
import subprocess
from pathlib import Path

from . import ui

# What a private gcc needs besides its libraries: the driver, the C compiler proper, the compiler's own headers.
GCC_PACKAGES = ["gcc-{0}", "cpp-{0}", "gcc-{0}-x86-64-linux-gnu", "cpp-{0}-x86-64-linux-gnu", "libgcc-{0}-dev"]


def extract(archives, root):
    for archive in archives:
        ui.run(["dpkg-deb", "-x", archive, root], quiet=True, fail=f"{archive.name} cannot be unpacked")
        archive.unlink()


def relocate(root, final):
    """Rewrites what points to /usr/src and /usr/lib so that it points below `final`, where `root` is going to be."""
    for kdir in (root / "usr/src").glob("linux-headers-*"):
        makefile = kdir / "Makefile"
        text = makefile.read_text()
        makefile.write_text(re.sub(r"(?<![\w/])/usr/(src|lib)/", f"{final}/usr/\\1/", text))
        # BTF of a module takes the pahole of the kernel's own release, and nothing here reads it. Only make's view of
        # the option goes: autoconf.h, which decides layouts, stays.
        options = kdir / "include/config/auto.conf"
        if options.exists():
            kept = (line for line in options.open() if not line.startswith("CONFIG_DEBUG_INFO_BTF_MODULES="))
            options.write_text("".join(kept))
    # objtool is a launcher for all of Debian's architectures that ends silently without SRCARCH.
    for launcher in root.glob("usr/lib/linux-kbuild-*/tools/objtool/objtool"):
        real = launcher.with_name("objtool.real-x86")
        if real.exists():
            launcher.unlink()
            launcher.symlink_to(real.name)
    for link in [*root.glob("lib/modules/*/*"), *root.glob("usr/lib/modules/*/*"), *root.glob("usr/src/*/*")]:
        if link.is_symlink() and os.readlink(link).startswith("/"):
            target = f"{final}{os.readlink(link)}"
            link.unlink()
            link.symlink_to(target)


def compiler(kdir):
    """The name of the compiler a headers package asks for: gcc-12."""
    variables = (kdir / ".kernelvariables").read_text()
    match = re.search(r"^CC\s*=.*?(gcc-\d+)\s*$", variables, re.M)
    if not match:
        raise ui.Failure(f"{kdir}/.kernelvariables names no compiler that Keel knows", variables)
    return match[1]


def set_compiler(kdir, path):
    variables = kdir / ".kernelvariables"
    text = re.sub(r"^CC\s*=.*$", f"CC = {path}", variables.read_text(), flags=re.M)
    # pahole is not used (see relocate): whether there is one, and which, is nothing to warn of.
    variables.write_text(text.rstrip("\n") + "\noverride PAHOLE_VERSION = $(CONFIG_PAHOLE_VERSION)\n")


def programs(root):
    """The executables below `root` that need a dynamic loader. Kernel images and scripts are not among them."""
    for directory in [*root.glob("usr/lib/linux-kbuild-*"), root / "usr/bin", root / "usr/libexec"]:
        for file in sorted(directory.rglob("*")):
            if file.is_file() and not file.is_symlink() and os.access(file, os.X_OK) and has_interpreter(file):
                yield file


def has_interpreter(file):
    """Whether the file is a 64-bit ELF program that a dynamic loader starts (a plugin or a static program is not)."""
    PT_INTERP = 3
    with open(file, "rb") as opened:
        header = opened.read(64)
        if header[:5] != b"\x7fELF\x02":
            return False
        offset, = struct.unpack_from("<Q", header, 32)
        size, count = struct.unpack_from("<HH", header, 54)
        opened.seek(offset)
        segments = opened.read(size * count)
    return any(struct.unpack_from("<I", segments, index * size)[0] == PT_INTERP for index in range(count))


def runs_here(program):
    """Whether this machine has the libraries, and their versions, that the program asks for."""
    ldd = subprocess.run(["ldd", program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return "not found" not in ldd.stdout


def give_libraries(root, final):
    """Makes the programs that do not run here use the C library unpacked beside them."""
    foreign = [program for program in programs(root) if not runs_here(program)]
    libraries = [directory for directory in ("lib/x86_64-linux-gnu", "usr/lib/x86_64-linux-gnu")
                 if (root / directory).is_dir()]
    loader = next((d for d in libraries if (root / d / "ld-linux-x86-64.so.2").exists()), None)
    if not foreign:
        return
    if loader is None:
        raise ui.Failure("the kernel's tools do not run here, and their C library was not found")
    rpath = ":".join(f"{final}/{directory}" for directory in libraries)
    for program in foreign:
        ui.run(["patchelf", "--set-interpreter", f"{final}/{loader}/ld-linux-x86-64.so.2", "--set-rpath", rpath,
                "--force-rpath", program], quiet=True)


def library_closure(release, names):
    """The library packages that the packages `names` need, and theirs: name -> fields."""
    found = {}
    todo = libraries_of(release, names)
    while todo:
        found.update((name, versions[0]) for name, versions in release.show(*todo).items())
        todo = [name for name in libraries_of(release, todo) if name not in found]
    return found


def libraries_of(release, names):
    """The library packages that the packages `names` depend on directly; of alternatives the first."""
    wanted = set()
    for versions in release.show(*names).values():
        depends = versions[0].get("Depends", "") + "," + versions[0].get("Pre-Depends", "")
        wanted |= {re.split(r"[|(:]", choice)[0].strip() for choice in depends.split(",")}
    return sorted(name for name in wanted if is_runtime_library(name))


def is_runtime_library(name):
    # gcc's sanitizer runtimes and the perl and debconf families are large and used by nothing here.
    return (name.startswith(("lib", "zlib")) and not name.endswith(("-dev", "-perl", "-bin", "-data"))
            and not re.match(r"lib([alt]|ub|hwa)san|libgomp|libitm|libatomic|libquadmath|libcc1", name))


def clean(root):
    for waste in ("usr/share/doc", "usr/share/man", "usr/share/lintian", "usr/share/bug", "usr/share/locale"):
        shutil.rmtree(root / waste, ignore_errors=True)
    for unused in root.glob("usr/libexec/gcc/*/*/lto*"):
        unused.unlink()
