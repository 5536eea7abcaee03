# SPDX-License-Identifier: GPL-2.0
"""Debian packages that this machine needs: which are missing, and installing them."""

import os
import shutil
import subprocess

from . import ui

# What every package is for. Kernels bring their own needs: the compiler each was built with (see kernel_add.py).
PURPOSE = {
    "make": "runs the kernel's build system",
    "clang-22": "compiles modules, and the C++ checks in them",
    "llvm-22": "links a module's parts before code generation",
    "libclang-22-dev": "reads the kernel's headers to make the bindings; builds the checker",
    "llvm-22-dev": "builds the checker, a plugin of clang",
    "cmake": "builds the host tools",
    "ninja-build": "builds the host tools",
    "binutils": "links and inspects modules",
    "clang-format-22": "./keel check: the format of the code",
    "clangd-22": "tests that editors see a module as the build does",
    "libclang-rt-22-dev": "host tests, under the sanitizers",
    "ccache": "tests that a compiler cache can be used",
    "git": "./keel check: which files are ours",
    "gcc": "builds the programs that exercise modules",
    "libc6-dev": "builds the programs that exercise modules",
    "busybox-static": "the virtual machine's user space",
    "qemu-system-x86": "the virtual machine",
    "patchelf": "lets a newer kernel's host tools run here",
}
ALL = tuple(PURPOSE)
# What one command installs before it starts.
COMPILER = ("clang-22", "llvm-22", "make", "binutils")
TOOLS = ("clang-22", "libclang-22-dev", "cmake", "ninja-build")
CHECKER = ("llvm-22-dev", *TOOLS)
VM = ("qemu-system-x86", "busybox-static", "gcc", "libc6-dev")
FORMAT = ("clang-format-22",)


def installed(names):
    """The ones of `names` that dpkg has installed."""
    if not shutil.which("dpkg-query"):
        raise ui.Failure("this machine has no dpkg: Keel installs packages on Debian only; install by hand: "
                         + " ".join(names))
    query = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Abbrev} ${Package}\n", *names],
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    lines = (line.split() for line in query.stdout.splitlines())
    return {fields[-1] for fields in lines if fields[0] == "ii"}


def missing(*names):
    have = installed(names)
    return [name for name in names if name not in have]


def as_root():
    """The command prefix that makes a command run as root, or None when there is no way without asking."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if os.isatty(0):
        return ["sudo"]
    no_password = subprocess.run(["sudo", "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return ["sudo", "-n"] if no_password.returncode == 0 else None


def command(names):
    return "apt-get install --no-install-recommends " + " ".join(names)


def available(name):
    """Whether this machine's own apt can install the package."""
    policy = subprocess.run(["apt-cache", "policy", name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return any(line.startswith("  Candidate: ") and not line.endswith("(none)") for line in policy.stdout.splitlines())


def need(*names):
    """Installs those of the Debian packages `names` that are missing, as root or with sudo."""
    absent = missing(*names)
    if not absent:
        return
    prefix = as_root()
    if prefix is None:
        raise ui.Failure(f"missing packages; run as root: {command(absent)}")
    with ui.step("installing " + " ".join(absent)):
        apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
        failed = f"apt could not install {' '.join(absent)}: is the network up? try: {command(absent)}"
        if not all(available(name) for name in absent):
            ui.run([*apt, "update"], fail=failed)
        unknown = [name for name in absent if not available(name)]
        if unknown:
            raise ui.Failure(f"apt does not know {' '.join(unknown)}: is the network up, and does this machine have "
                             "its release's main and security suites?")
        install = [*apt, "install", "-y", "--no-install-recommends", *absent]
        try:
            ui.run(install, fail=failed)
        except ui.Failure:
            # The lists can be older than the mirror: packages named there may be gone.
            ui.run([*apt, "update"], fail=failed)
            ui.run(install, fail=failed)
