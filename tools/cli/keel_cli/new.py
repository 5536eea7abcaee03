# SPDX-License-Identifier: GPL-2.0
"""./keel new driver: a folder with a driver that builds, loads and does something at once."""

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from . import paths, ui

TEMPLATES = paths.ROOT / "tools" / "cli" / "templates"
# The kernel's bound, less what it adds to a name.
LONGEST = 40
KEYWORDS = set("""alignas alignof and asm auto bool break case catch char class concept const constexpr continue decltype
    default delete do double else enum explicit export extern false float for friend goto if inline int long module mutable
    namespace new noexcept not nullptr operator or private protected public register requires return short signed sizeof
    static struct switch template this throw true try typedef typename union unsigned using virtual void volatile
    while xor""".split())


def add_parser(commands):
    parser = commands.add_parser("new", help="start a driver")
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    driver = kinds.add_parser("driver", help="a misc device: source, Makefile, README, exercise")
    driver.add_argument("path", metavar="NAME", help="the driver's name, or the path of the folder to make, which ends "
                        "with its name")
    return parser


def main(args):
    target = Path(args.path)
    name = target.name
    check(name, target)
    values = {"NAME": name, "TYPE": type_name(name), "AUTHOR": author(), "KEEL": keel_from(target),
              "RUN": f"{command()} run {shlex.quote(str(target))}"}
    new = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=target.parent))
    try:
        for template in sorted((TEMPLATES / "driver").iterdir()):
            (new / fill(template.name, values)).write_text(fill(template.read_text(), values))
        if shutil.which("clang-format-22"):  # how long the last lines are depends on the names
            ui.run(["clang-format-22", f"--style=file:{paths.ROOT / '.clang-format'}", "-i", *new.glob("*.cpp")], quiet=True)
        new.chmod(0o755)
        new.rename(target)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    ui.summary(f"made {target}; try: {values['RUN']}")


def check(name, target):
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or name in KEYWORDS or len(name) > LONGEST:
        raise ui.Failure(f"{name or target} cannot be a driver's name: use a C identifier in lower case, of at "
                         f"most {LONGEST} letters, such as my_driver")
    if target.exists() or target.is_symlink():
        raise ui.Failure(f"{target} is there already: choose another name, or remove it first")
    if not target.parent.is_dir():
        raise ui.Failure(f"{target.parent} is not a folder: make it first")
    if not os.access(target.parent, os.W_OK):
        raise ui.Failure(f"{target.parent} cannot be written to: choose another place")


def fill(text, values):
    return re.sub(r"@([A-Z]+)@", lambda match: values[match[1]], text)


def type_name(name):
    """my_disk -> MyDiskDriver. The ending keeps it apart from the library's types."""
    return "".join(word.capitalize() for word in name.split("_")) + "Driver"


def author():
    """The name that git signs with, as text for a C string."""
    name = ""
    if shutil.which("git"):
        name = subprocess.run(["git", "config", "user.name"], stdout=subprocess.PIPE, text=True).stdout
    return re.sub(r'["\\\n]', "", name.strip()) or "nobody yet"


def keel_from(target):
    """How the Makefile finds Keel: a relative path inside the checkout, so that both can move together."""
    target = target.absolute()
    return os.path.relpath(paths.ROOT, target) if target.is_relative_to(paths.ROOT) else str(paths.ROOT)


def command():
    """How to call ./keel from the current folder."""
    return "./keel" if Path.cwd() == paths.ROOT else shlex.quote(str(paths.ROOT / "keel"))
