# SPDX-License-Identifier: GPL-2.0
"""./keel setup: installs what is missing and builds the tools. Other commands do their part of it by themselves."""

from . import packages, ui


def add_parser(commands):
    return commands.add_parser("setup", help="install what is missing, build the tools")


def main(_args):
    absent = packages.missing(*packages.ALL)
    packages.need(*packages.ALL)
    from . import bindings_make, checker
    bindings_make.bindgen()
    checker.ensure()
    ui.summary(f"ready: {len(packages.ALL)} packages ({len(absent)} installed now), tools built")
