# SPDX-License-Identifier: GPL-2.0
"""Proves that the bindings describe a kernel: to the C++ compiler, to the kernel's own compiler, and to its BTF."""

import contextlib
import shutil
import struct
import subprocess
import tempfile
from pathlib import Path

from . import bindings, bindings_make, packages, ui


def verify(kernel, headers=None):
    """Checks every layout in the bindings of `kernel`; with a list of `headers`, of everything that those declare."""
    made = bindings.ensure(kernel.kdir)
    tool, flags = bindings_make.bindgen(), bindings_make.read_probe(made)
    with tempfile.TemporaryDirectory(prefix="keel-verify-") as temporary:
        folder = made
        if headers:
            folder = Path(temporary) / "all"
            argv = bindings_make.bindgen_argv(tool, kernel.release, flags, headers, folder, ["--all"])
            ui.run(argv, quiet=True, fail=f"no bindings for {kernel.release}")
        for line in compare(kernel, tool, flags, folder):
            ui.summary(line)
    ui.summary(f"bindings of {kernel.release}: verified")


def compare(kernel, tool, flags, folder):
    """Yields one line for each comparison; raises Failure at the first that finds a difference."""
    layout = folder / "layout.json"
    wrong = f"the bindings of {kernel.release} are wrong: this is a bug in keel-bindgen"
    cxx = [*flags["cxxflags"], f"-I{folder / 'include'}"]
    ui.run(["clang++-22", *cxx, "-ferror-limit=0", "-fsyntax-only", folder / "check.cpp"], quiet=True, fail=wrong)
    yield f"C++ asserts over the emitted headers: {asserts(folder / 'check.cpp')} hold"
    if shutil.which(flags["cc"][0]):
        argv = [*flags["cc"], *flags["ccflags"], *bindings_make.MODULE_NAMES, "-w", "-fsyntax-only"]
        ui.run([*argv, folder / "check.c"], quiet=True, fail=wrong)
        yield f"C asserts over the kernel's headers by {Path(flags['cc'][0]).name}: {asserts(folder / 'check.c')} hold"
    yield ui.run([tool, "verify-cpp", layout, folder / "check.cpp", "--", *cxx], quiet=True, fail=wrong).rstrip("\n")
    if not kernel.btf:
        raise ui.Failure(f"no BTF to compare with: kernel {kernel.name} has neither an image nor a vmlinux")
    with btf_of(Path(kernel.btf)) as btf:
        yield ui.run([tool, "verify-btf", layout, btf], quiet=True, fail=wrong).rstrip("\n")


def asserts(path):
    return sum(line.startswith(("static_assert(", "_Static_assert(", "KEEL_SAME(")) for line in path.open())


@contextlib.contextmanager
def btf_of(image):
    """A file that verify-btf reads: the image itself, or what is packed in it."""
    with open(image, "rb") as file:
        data = file.read(0x250)
        if data[0x202:0x206] != b"HdrS":
            yield image
            return
        data += file.read()
    with tempfile.NamedTemporaryFile(prefix="keel-vmlinux-") as vmlinux:
        vmlinux.write(unpacked(payload(data), image))
        vmlinux.flush()
        yield Path(vmlinux.name)


def payload(image):
    """The compressed kernel in a bzImage: Documentation/arch/x86/boot.rst, payload_offset and payload_length."""
    sectors = image[0x1F1] or 4
    offset, length = struct.unpack_from("<II", image, 0x248)
    start = (sectors + 1) * 512 + offset
    return image[start:start + length]


# What a kernel image starts with, the program that unpacks it, and that program's package.
PACKERS = {b"\xfd7zXZ": ("xz", "xz-utils"), b"\x1f\x8b": ("gzip", "gzip"), b"\x28\xb5\x2f\xfd": ("zstd", "zstd"),
           b"BZh": ("bzip2", "bzip2"), b"\x02\x21\x4c\x18": ("lz4", "lz4"), b"\x5d\0\0": ("lzma", "xz-utils")}


def unpacked(data, image):
    for magic, (program, package) in PACKERS.items():
        if data.startswith(magic):
            if not shutil.which(program):
                packages.need(package)
            # The kernel appends four bytes, its size: programs complain about them after having unpacked the rest.
            done = subprocess.run([program, "-dc"], input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            return done.stdout
    raise ui.Failure(f"{image} is packed in a way that is not known here")
