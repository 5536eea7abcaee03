# SPDX-License-Identifier: GPL-2.0
"""Puts together what the guest runs from: busybox, our first process, helper programs, the jobs and their files."""

import shutil
from pathlib import Path

from . import modules, programs
from .cpio import Archive

HERE = Path(__file__).resolve().parents[1]  # tools/vm


def busybox():
    """The statically linked busybox of the host."""
    found = shutil.which("busybox")
    if not found:
        raise LookupError("busybox is missing: apt-get install busybox-static")
    data = Path(found).read_bytes()
    if b"/ld-linux" in data:
        raise LookupError("the host's busybox is not statically linked: apt-get install busybox-static")
    return data


def build(jobs, stock):
    """The archive for a list of jobs; `stock` has the kernel's own modules. The n-th job is folder /job/<n>."""
    archive = Archive()
    for folder in ("dev", "proc", "sys", "tmp", "mnt", "root", "keel/modules", "job"):
        archive.directory(folder)
    archive.device("dev/console", 5, 1)
    archive.file("bin/busybox", busybox(), 0o755)
    archive.file("init", (HERE / "init").read_bytes(), 0o755)
    for path in sorted((HERE / "guest").iterdir()):
        if path.suffix == ".c":
            archive.file(f"keel/bin/{path.stem}", programs.static(path).read_bytes(), 0o755)
        elif path.suffix != ".h":
            archive.file(f"keel/bin/{path.name}", path.read_bytes(), 0o755)
    placed = set()
    for number, job in enumerate(jobs):
        _add_job(archive, f"job/{number:04}", job, stock, placed)
    return archive.bytes()


def _add_job(archive, folder, job, stock, placed):
    needed = list(job.modules)
    own = {modules.canonical(f) for f in job.files if Path(f).suffix == ".ko"}
    for file in job.files:
        data = Path(file).read_bytes()
        archive.file(f"{folder}/{Path(file).name}", data, Path(file).stat().st_mode & 0o777)
        if Path(file).suffix == ".ko":
            needed += [n for n in modules.dependencies(data) if n not in own and stock.has(n)]
    ordered = stock.closure(needed)
    for name, data in ordered:
        if name not in placed:
            archive.file(f"keel/modules/{name}.ko", data)
            placed.add(name)
    archive.file(f"{folder}/modules", "".join(f"{name}\n" for name, _ in ordered).encode())
    archive.file(f"{folder}/timeout", f"{job.allowed_seconds()}\n".encode())
    archive.file(f"{folder}/environment", f"export LOAD_SECONDS={job.load}\n".encode() if job.load else b"")
    archive.file(f"{folder}/script", job.script.encode(), 0o755)
    if job.expect_traps:
        archive.file(f"{folder}/traps", b"")
    if job.leaks:
        archive.file(f"{folder}/leaks", b"")
