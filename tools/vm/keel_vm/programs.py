# SPDX-License-Identifier: GPL-2.0
"""Compiles user-space C programs for the guest, statically, and keeps them."""

import hashlib
import os
import re
import subprocess
import tempfile
from pathlib import Path

INCLUDE = Path(__file__).resolve().parents[1]  # tools/vm: ktap.h
FLAGS = ["-static", "-O2", "-Wall", "-Wextra", "-std=gnu11", "-pthread"]


# Without a C library: the same source for 64 and 32 bits, with nothing installed for the latter.
BARE_FLAGS = ["-static", "-O2", "-Wall", "-Wextra", "-std=gnu11", "-ffreestanding", "-nostdlib", "-fno-pic", "-no-pie",
              "-fno-stack-protector", "-fno-asynchronous-unwind-tables"]


class CompileError(Exception):
    """A program that does not compile; the compiler's output is the message."""


def folder():
    """Where compiled programs are kept. KEEL_CACHE moves it, as it does for the rest of the tools."""
    base = os.environ.get("KEEL_CACHE")
    if not base:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "keel"
    return Path(base) / "programs"


def bare(source):
    """The programs of a C file that has a line "// bare: 64 32": NAME of 64 bits, NAME32 of 32."""
    found = re.search(r"^// bare: ([0-9 ]+)$", Path(source).read_text(), re.M)
    return [static(source, flags=[*BARE_FLAGS, f"-m{bits}", f"-I{_kernel_headers()}"], suffix="" if bits == "64" else bits)
            for bits in (found[1].split() if found else ())]


def _kernel_headers():
    """Where <asm/...> is, which gcc does not look for with -m32."""
    name = subprocess.run(["gcc", "-print-multiarch"], capture_output=True, text=True).stdout.strip()
    return f"/usr/include/{name}"


def static(source, includes=(), flags=FLAGS, suffix=""):
    """The compiled program of a C file; compiled only when it, a header it can see beside it, or a flag changed."""
    source = Path(source)
    includes = [INCLUDE, source.parent, *includes]
    digest = hashlib.sha256(repr((flags, [str(i) for i in includes])).encode())
    for path in [source, *sorted(h for i in includes for h in Path(i).glob("*.h"))]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    target = folder() / digest.hexdigest()[:24] / (source.stem + suffix)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _compile(source, includes, target, flags, libraries(source))
    return target


def libraries(source):
    """What a C file is linked with ("// libraries: NAME")."""
    found = re.search(r"^// libraries: ([a-z0-9 ]+)$", Path(source).read_text(), re.M)
    return [f"-l{name}" for name in found[1].split()] if found else []


def _compile(source, includes, target, flags, libraries):
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        made = Path(scratch) / target.name
        command = ["gcc", *flags, *(f"-I{i}" for i in includes), "-o", str(made), str(source), *libraries]
        try:
            done = subprocess.run(command, capture_output=True, text=True, errors="replace")
        except FileNotFoundError:
            raise CompileError("gcc is missing: apt-get install gcc libc6-dev") from None
        if done.returncode:
            raise CompileError(f"{source} does not compile:\n{done.stderr.strip()}")
        os.replace(made, target)
