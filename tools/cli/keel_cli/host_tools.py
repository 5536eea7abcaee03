# SPDX-License-Identifier: GPL-2.0
"""Host tools of this checkout, built into the cache under a name that says what they were built from."""

import contextlib
import fcntl
import hashlib
import os

from . import paths

KEEP = 8  # generations of each tool: several checkouts can share the cache
COMPILER = "/usr/bin/clang-22"


def ensure(name, folder, needed):
    """The tool `name` (its file name, as CMake makes it), built from the CMake project in `folder` when there is none of
    these sources yet. `needed` are the packages for that. Every build asks, so the usual answer only reads the sources."""
    tool = path_of(name, folder)
    return tool if tool.exists() else build(name, folder, needed, tool)


def path_of(name, folder):
    """Where a tool built from the present sources is, or would be."""
    stem, suffix = os.path.splitext(name)
    return paths.cache() / "bin" / f"{stem}-{key_of(str(folder))}{suffix}"


def key_of(folder):
    """A name for the sources of a tool and for the compiler that it is built by and works with."""
    key = hashlib.sha256()
    found = [os.path.join(top, name) for top, _, names in os.walk(f"{folder}/src") for name in names
             if name.endswith((".cpp", ".hpp"))]
    for path in [f"{folder}/CMakeLists.txt", *sorted(found)]:
        with open(path, "rb") as file:
            key.update(path.removeprefix(folder).encode() + b"\0" + file.read())
    with contextlib.suppress(FileNotFoundError):
        status = os.stat(COMPILER)
        key.update(f"{status.st_mtime_ns} {status.st_size}".encode())
    return key.hexdigest()[:16]


def build(name, folder, needed, tool):
    import shutil  # late, as all that the usual answer does without

    from . import packages, ui
    stem, suffix = os.path.splitext(name)
    with locked(tool.with_name(f".{stem}.lock")):
        if tool.exists():
            return tool
        packages.need(*needed)
        scratch = paths.cache() / "build" / f"{stem}-{hashlib.sha256(str(folder).encode()).hexdigest()[:8]}"
        with ui.step(f"building {stem}"):
            ui.run(["cmake", "-G", "Ninja", "-S", folder, "-B", scratch, "-DCMAKE_BUILD_TYPE=Release",
                    "-DCMAKE_CXX_COMPILER=clang++-22"], quiet=True, fail=f"{stem} does not configure")
            ui.run(["ninja", "-C", scratch], quiet=True, fail=f"{stem} does not compile")
        fresh = tool.with_name(f".{tool.name}.new")
        shutil.copy2(scratch / name, fresh)
        fresh.rename(tool)
        kept = sorted(tool.parent.glob(f"{stem}-*{suffix}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in kept[KEEP:]:
            old.unlink(missing_ok=True)
    return tool


@contextlib.contextmanager
def locked(path):
    """One builder at a time: who comes second finds the work done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
