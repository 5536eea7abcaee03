# SPDX-License-Identifier: GPL-2.0
"""./keel kernel: add, list, verify, remove."""

import shutil
import subprocess
from pathlib import Path

from . import kernels, paths, ui

WIDE = paths.ROOT / "tools" / "bindgen" / "tests" / "wide.list"


def add_parser(commands):
    parser = commands.add_parser("kernel", help="add, list, verify and remove kernels")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser("add", help="download a series from Debian, or check a build directory")
    add.add_argument("kernel", metavar="SERIES|PATH")
    add.set_defaults(main=add_main)
    actions.add_parser("list", help="the kernels that are here").set_defaults(main=list_main)
    verify = actions.add_parser("verify", help="compare every layout in the bindings with the kernel's BTF")
    verify.add_argument("kernel", metavar="KERNEL", nargs="?")
    verify.add_argument("--all", action="store_true", help="not only what the library uses: all that a wide list of the "
                        "kernel's headers declares")
    verify.set_defaults(main=verify_main)
    remove = actions.add_parser("remove", help="remove a kernel from the cache")
    remove.add_argument("name", metavar="NAME")
    remove.set_defaults(main=remove_main)
    return parser


def add_main(args):
    kernel = kernels.resolve(args.kernel)
    image = kernel.image or "none: modules build for it, but it cannot be booted"
    ui.summary(f"kernel {kernel.name}: {kernel.release}, headers {kernel.kdir}, image {image}")


def list_main(_args):
    kept = kernels.kept()
    for name, what in kernels.matrix().items():
        state = f"{kept[name].release}, {size_mb(name)} MB" if name in kept else f"not here; ./keel kernel add {name}"
        ui.summary(f"{name:8} {state}  (tests: {what}{', the default' if name == kernels.default() else ''})")
    for name, kernel in kept.items():
        if name not in kernels.matrix():
            ui.summary(f"{name:8} {kernel.release}, {size_mb(name)} MB")
    for build in sorted(Path("/lib/modules").glob("*/build")):
        if (build / "Makefile").exists():
            ui.summary(f"{build.parent.name:8} installed, {build}")


def size_mb(name):
    used = subprocess.run(["du", "-sm", kernels.home() / name], stdout=subprocess.PIPE, text=True)
    return used.stdout.split()[0]


def verify_main(args):
    from . import bindings
    return bindings.verify(kernels.resolve(args.kernel), WIDE if args.all else None)


def remove_main(args):
    directory = kernels.home() / args.name
    if "/" in args.name or args.name.startswith(".") or not directory.is_dir():
        raise ui.Failure(f"no kernel {args.name} in the cache: see ./keel kernel list")
    shutil.rmtree(directory)
    ui.summary(f"kernel {args.name} removed")
