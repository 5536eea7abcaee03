# SPDX-License-Identifier: GPL-2.0
"""./keel bindings: where the bindings of a kernel are, made when missing or stale (docs/bindings.md).

Every build asks, so the usual answer must be quick: nothing is read but the times and sizes of what the bindings are
made from. Whether those are a known state is one look into the cache; bindings_make.py does the rest.
"""

import hashlib
import importlib
import os
import sys
from pathlib import Path

from . import paths

# Of a build directory: what identifies its kernel and configuration.
KERNEL_FILES = ("include/generated/autoconf.h", "include/generated/compile.h", "include/generated/utsrelease.h",
                "Makefile")
# Of this checkout: folders (with the names in them that count), and files.
FOLDERS = {"bindings": ".list", "shims": (".c", ".h"), "src": ".cpp", "tools/bindgen/src": (".cpp", ".hpp"),
           "include/keel": ".hpp"}
FILES = ("tools/bindgen/CMakeLists.txt", "kbuild/flags.mk", "kbuild/probe/Kbuild",
         "tools/cli/keel_cli/bindings.py", "tools/cli/keel_cli/bindings_make.py")
COMPILER = "/usr/bin/clang-22"


def add_parser(commands):
    parser = commands.add_parser("bindings", help="print where the bindings of a kernel are, making them when needed")
    parser.add_argument("kdir", metavar="KDIR", help="the kernel's build directory")
    parser.add_argument("--checker", action="store_true", help="also print where the checker is, building it when needed")
    parser.add_argument("--missing", action="store_true", help="also list the wanted names that this kernel has not")
    return parser


def main(args):
    made = ensure(Path(args.kdir))
    if args.missing:
        sys.stderr.write((made / "missing.txt").read_text())
    print(made)
    if args.checker:
        from . import checker
        print(checker.ensure())


def quick(arguments):
    """The answer to a build, KDIR --checker, or None when there is more to do than to find what was made before. For that
    no command line need be read, which would take longer than this."""
    if len(arguments) != 2 or arguments[1] != "--checker" or os.environ.get("KEEL_CHECKER"):
        return None
    from . import host_tools
    made = known(state_of(os.path.realpath(arguments[0]), sources()))
    checker = host_tools.path_of("keel-checker.so", paths.ROOT / "tools" / "checker")
    return f"{made}\n{checker}" if made and checker.exists() else None


def home():
    return paths.cache() / "bindings"


def ensure(kdir):
    """The folder with the bindings of the kernel whose build directory is `kdir`."""
    kdir = Path(kdir).resolve()
    state = state_of(kdir, sources())
    return known(state) or importlib.import_module(".bindings_make", __package__).make(kdir, state)


def known(state):
    """The bindings that were made for this state, or None."""
    try:
        made = home() / (home() / "states" / state).read_text()
        return made if (made / "keel.bc").exists() else None
    except OSError:
        return None


def verify(kernel, headers=None):
    """Compares the bindings of a kernels.Kernel, or all that a list of `headers` declares, with the kernel itself."""
    return importlib.import_module(".bindings_verify", __package__).verify(kernel, headers)


def state_of(kdir, files):
    """A name for the present state of a kernel and of `files`."""
    parts = [str(kdir), str(paths.ROOT)]
    for path in [*(f"{kdir}/{name}" for name in KERNEL_FILES), *files, COMPILER]:
        try:
            status = os.stat(path)
            parts.append(f"{path} {status.st_mtime_ns} {status.st_size}")
        except FileNotFoundError:
            parts.append(f"{path} -")
    return hashlib.sha256("\n".join([*parts, *environment()]).encode()).hexdigest()[:32]


def environment():
    """What kbuild/flags.mk takes from the environment."""
    return [os.environ.get(name, "") for name in ("KEEL_PASS_FLAGS", "KEEL_DROP_FLAGS")]


def sources():
    """The files of this checkout that the bindings are made from, in a fixed order."""
    found = [str(paths.ROOT / name) for name in FILES]
    for folder, suffixes in FOLDERS.items():
        found += files_in(str(paths.ROOT / folder), suffixes)
    return sorted(found)


def files_in(folder, suffixes):
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return []
    found = []
    for entry in entries:
        if entry.is_dir():
            found += files_in(entry.path, suffixes)
        elif entry.name.endswith(suffixes):
            found.append(entry.path)
    return found

