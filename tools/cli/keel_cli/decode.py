# SPDX-License-Identifier: GPL-2.0
"""./keel decode: a kernel log with the calls of C++ modules as the source names them. ./keel run and ./keel test decode
what they show by themselves."""

import functools
import re
import shutil
import subprocess
import sys
from pathlib import Path

from . import elf, packages, ui

# "name+0x12/0x34 [module]", as the kernel writes a place in a module.
PLACE = re.compile(r"(?P<name>[\w.$]+)\+0x(?P<offset>[0-9a-f]+)/0x[0-9a-f]+ \[(?P<module>\w+)[^]]*\]")


def add_parser(commands):
    parser = commands.add_parser("decode", help="show where in the source the calls of a kernel log are",
                                 description="Reads a kernel log from LOG or the standard input, for example: "
                                 "dmesg | ./keel decode echo.ko")
    parser.add_argument("modules", metavar="MODULE.ko", nargs="+", help="the modules it is about, as they were loaded")
    parser.add_argument("--log", metavar="LOG", help="a file instead of the standard input")
    return parser


def main(args):
    packages.need("binutils", "llvm-22")
    modules = [Path(name) for name in args.modules]
    for path in modules:
        try:
            elf.Object(path)
        except (OSError, ValueError) as error:
            raise ui.Failure(f"{path} is no module: {getattr(error, 'strerror', None) or error}") from error
    try:
        text = Path(args.log).read_text(errors="replace") if args.log else sys.stdin.read()
    except OSError as error:
        raise ui.Failure(f"{args.log} cannot be read: {error.strerror}") from error
    for line in decoded(text.splitlines(), modules):
        print(line)


def decoded(lines, modules):
    """The lines, with each place in one of `modules` (paths of .ko files) as the function's name and its source line."""
    by_name = {path.stem.replace("-", "_"): path for path in map(Path, modules)}
    called = False  # after "Call Trace:", where addresses are those of the instruction after the call
    result = []
    for line in lines:
        called = "Call Trace:" in line or (called and "RIP:" not in line)
        result.append(PLACE.sub(lambda found: _place(found, by_name, called), line))
    return result


def _place(found, by_name, called):
    path = by_name.get(found["module"])
    if path is None:
        return found[0]
    name = _demangled(found["name"])
    where = _source(path, found["name"], int(found["offset"], 16) - called)
    return f"{name} [{found['module']}]" + (f" at {where}" if where else "")


@functools.cache
def _demangled(name):
    """The name of a function without its parameters."""
    tool = shutil.which("llvm-cxxfilt-22")
    if not tool or not name.startswith("_Z"):
        return name
    done = subprocess.run([tool, "-p", name], capture_output=True, text=True)
    return done.stdout.strip() or name


@functools.cache
def _source(path, function, offset):
    """The source line of an offset in a function, outermost call last: "b.hpp:3, in a.cpp:7". Empty when unknown."""
    place = elf.Object(path).place(function)
    tool = shutil.which("addr2line")
    if not place or not tool:
        return ""
    section, start = place
    done = subprocess.run([tool, "-e", str(path), "-j", section, "-i", f"{start + offset:x}"], capture_output=True, text=True)
    places = [_short(line, path) for line in done.stdout.splitlines() if not line.startswith("??")]
    return ", in ".join(places)


def _short(place, module):
    """FILE:LINE, with the file as seen from the module's folder where it is below that."""
    place = place.split(" (discriminator")[0]
    folder = str(module.resolve().parent) + "/"
    place = place.removeprefix(folder)
    return place[place.index("/include/keel/") + len("/include/"):] if "/include/keel/" in place else place
