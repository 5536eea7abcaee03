# SPDX-License-Identifier: GPL-2.0
"""keel-checker, the plugin that every C++ compile loads, and the command that a driver is compiled with outside Kbuild."""

import os
from pathlib import Path

from . import host_tools, packages, paths, ui


def add_parser(commands):
    return commands.add_parser("checker", help="print where the checker is, building it when needed")


def main(_args):
    print(ensure())


def ensure():
    """The plugin of these sources. KEEL_CHECKER names another one: for work on the checker itself."""
    named = os.environ.get("KEEL_CHECKER")
    if not named:
        return host_tools.ensure("keel-checker.so", paths.ROOT / "tools" / "checker", packages.CHECKER)
    if not Path(named).is_file():
        raise ui.Failure(f"KEEL_CHECKER is {named}, which is no file: unset it, and the checker is built from this checkout")
    return Path(named).resolve()


def arguments(made):
    """What makes clang++ load the plugin, given the folder of the bindings. kbuild/rules.mk says the same.

    -add-plugin is an error when the file has not that plugin in it: no other library passes for the checker."""
    return [f"-fplugin={ensure()}", "-Xclang", "-add-plugin", "-Xclang", "keel",
            f"-fplugin-arg-keel-library={paths.ROOT / 'include'}", f"-fplugin-arg-keel-library={paths.ROOT / 'src'}",
            f"-fplugin-arg-keel-bindings={made / 'include'}"]


def command(kernel, modname):
    """The command that checks a driver's source as its build does, without the file."""
    from . import bindings, check
    packages.need(*packages.COMPILER)
    made = bindings.ensure(kernel.kdir)
    return ["clang++-22", *check.flags(kernel), f"-I{paths.ROOT / 'include'}", f"-I{made / 'include'}",
            f'-DKBUILD_MODNAME="{modname}"', f'-DKBUILD_BASENAME="{modname}"', *arguments(made), "-fsyntax-only"]
