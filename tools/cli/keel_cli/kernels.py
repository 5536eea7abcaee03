# SPDX-License-Identifier: GPL-2.0
"""Kernels to build for: series from Debian, in the cache, and build directories anywhere. DESIGN.md, "Kernels"."""

import dataclasses
import importlib
import json
import re
from pathlib import Path

from . import paths, ui

LIST = paths.ROOT / "tools" / "cli" / "kernels.list"
SERIES = re.compile(r"\d+\.\d+")


@dataclasses.dataclass(frozen=True)
class Kernel:
    name: str
    release: str
    kdir: Path  # where `make -C KDIR M=...` works with no more arguments
    image: Path | None  # vmlinuz
    btf: Path | None  # a file with the kernel's BTF: an ELF vmlinux, or the vmlinuz
    modules: Path | None  # lib/modules/RELEASE

    def save(self, directory):
        text = json.dumps({key: str(value or "") for key, value in dataclasses.asdict(self).items()}, indent=1)
        (directory / "kernel.json").write_text(text + "\n")


def load(directory):
    """The kernel kept in `directory`, or None if there is none, or what it points to is gone."""
    try:
        values = json.loads((directory / "kernel.json").read_text())
        optional = {key: Path(values[key]) if values[key] else None for key in ("image", "btf", "modules")}
        kernel = Kernel(values["name"], values["release"], Path(values["kdir"]), **optional)
    except (OSError, ValueError, KeyError):
        return None
    return kernel if (kernel.kdir / "Makefile").exists() else None


def home():
    return paths.cache() / "kernels"


def matrix():
    """The series that CI covers, and what it runs on each. The first is the default kernel."""
    lines = (line.split("#")[0].split() for line in LIST.read_text().splitlines())
    return {fields[0]: fields[1] for fields in lines if fields}


def default():
    return next(iter(matrix()))


def resolve(name=None):
    """The kernel of that series, release name or build directory; a series that is not here yet is added first."""
    name = str(name or default())
    kept = load(home() / name) if "/" not in name else None
    if kept:
        return kept
    if SERIES.fullmatch(name):
        return importlib.import_module(".kernel_add", __package__).add(name)
    return from_path(name)


def from_path(name):
    """A kernel given by its build directory, or the release name of an installed one."""
    kdir = Path(name)
    if "/" not in name and not kdir.is_dir():
        kdir = Path("/lib/modules") / name / "build"
    kdir = kdir.resolve()
    if not kdir.is_dir():
        raise ui.Failure(f"unknown kernel {name}: name a series ({', '.join(matrix())}), an installed release, or the "
                         "path of a kernel's build directory (see ./keel kernel list)")
    release = release_of(kdir)
    modules = Path("/lib/modules") / release
    if not modules.is_dir() and (kdir / "modules.order").exists():
        modules = kdir  # a kernel that was built there and not installed
    image = next((path for path in (Path(f"/boot/vmlinuz-{release}"), modules / "vmlinuz",
                                    kdir / "arch/x86/boot/bzImage") if path.exists()), None)
    vmlinux = kdir / "vmlinux"
    return Kernel(release, release, kdir, image, vmlinux if vmlinux.exists() else image,
                  modules if modules.is_dir() else None)


def release_of(kdir):
    """The release a build directory is of."""
    try:
        header = (kdir / "include/generated/utsrelease.h").read_text()
        if not (kdir / "Makefile").exists():
            raise OSError
    except OSError as error:
        raise ui.Failure(f"{kdir} is not a prepared kernel build directory (no Makefile, or no "
                         "include/generated/utsrelease.h): install the headers package of the kernel, or run "
                         "make modules_prepare there") from error
    return re.search(r'UTS_RELEASE "([^"]+)"', header)[1]


def kept():
    """The kernels in the cache, by name."""
    found = {}
    for directory in sorted(home().glob("[!.]*"), key=lambda d: [int(n) for n in re.findall(r"\d+", d.name)]):
        kernel = load(directory)
        if kernel:
            found[directory.name] = kernel
    return found


def compiler_of(kdir):
    """The path that kernel_add.py set as the kernel's C compiler, if it did."""
    try:
        match = re.search(r"^CC = (/\S+)$", (kdir / ".kernelvariables").read_text(), re.M)
    except OSError:
        return None
    return match[1] if match else None
