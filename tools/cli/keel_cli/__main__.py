# SPDX-License-Identifier: GPL-2.0
"""Reads the command line and hands over to the command's module."""

import argparse
import importlib
import sys

from . import paths, ui

# The order of `./keel --help`. Each names a module here with add_parser(subparsers) and main(args).
COMMANDS = ["setup", "doctor", "build", "run", "test", "check", "new", "bench", "kernel", "bindings"]

sys.path.insert(0, str(paths.ROOT / "tools" / "vm"))


def parse(argv):
    parser = argparse.ArgumentParser(prog="keel", description="Linux kernel modules in safe C++, on the kernel you run.")
    parser.add_argument("-v", "--verbose", action="store_true", help="show the output of every command run")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        sub = importlib.import_module(f".{name}", __package__).add_parser(commands)
        sub.add_argument("-v", "--verbose", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def main():
    args = parse(sys.argv[1:])
    ui.verbose = args.verbose
    try:
        return args.main(args) or 0
    except ui.Failure as failure:
        if failure.detail:
            ui.say(failure.detail.rstrip("\n"))
        ui.say(f"keel: error: {failure}")
        return failure.code
    except KeyboardInterrupt:
        ui.say("keel: interrupted")
        return 130
    except BrokenPipeError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
