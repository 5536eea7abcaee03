# SPDX-License-Identifier: GPL-2.0
"""Reads the command line and hands over to the command's module."""

import argparse
import errno
import importlib
import signal
import sys

from . import paths, ui

# In the order of `./keel --help`. Each is a module here with add_parser(subparsers) and main(args).
COMMANDS = {
    "setup": "install what is missing, build the tools",
    "doctor": "what is here, what is missing, what it is for",
    "build": "build a module for a kernel",
    "run": "build, boot, load, exercise and unload a module",
    "test": "run the tests",
    "check": "the safe profile, format, shape, unsafe report",
    "new": "start a driver",
    "bench": "C and Keel side by side",
    "decode": "show where in the source the calls of a kernel log are",
    "kernel": "add, list, verify and remove kernels",
    "bindings": "the bindings of a kernel (the build calls this)",
    "checker": "the checker (the build calls this)",
}

sys.path.insert(0, str(paths.ROOT / "tools" / "vm"))


def parse(argv):
    """Reads the command line. Only the command asked for is imported: every build starts us for `bindings`."""
    parser = argparse.ArgumentParser(prog="keel", description="Kernel modules in safe C++, for the Linux you run.",
                                     epilog="keel COMMAND --help says more; docs/commands.md says all.")
    parser.add_argument("-v", "--verbose", action="store_true", help="show the output of every command run")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    asked = next((arg for arg in argv if not arg.startswith("-")), "")
    for name, summary in COMMANDS.items():
        if name != asked:
            commands.add_parser(name, help=summary)
            continue
        module = importlib.import_module(f".{name}", __package__)
        sub = module.add_parser(commands)
        sub.add_argument("-v", "--verbose", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        if sub.get_default("main") is None and hasattr(module, "main"):
            sub.set_defaults(main=module.main)
    return parser.parse_args(argv)


def interrupt(_signal, _frame):
    raise KeyboardInterrupt


def main():
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, interrupt)
    try:
        args = parse(sys.argv[1:])
        ui.verbose = args.verbose
        return args.main(args) or 0
    except ui.Failure as failure:
        if failure.detail:
            ui.say(failure.detail.rstrip("\n"))
        ui.say(f"keel: error: {failure}")
        return failure.code
    except BrokenPipeError:
        return 1
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        ui.say(f"keel: error: {ui.no_space(error.filename or paths.cache())}")
        return 1
    except KeyboardInterrupt:
        ui.say("keel: interrupted")
        return 130


if __name__ == "__main__":
    sys.exit(main())
