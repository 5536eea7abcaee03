# SPDX-License-Identifier: GPL-2.0
"""Runs every test_ function of a folder's *_test.py, each in a process of its own, as many at a time as there are processors.
Prints one line a test."""

import contextlib
import importlib
import io
import os
import traceback
from concurrent.futures import ProcessPoolExecutor


class Skip(Exception):
    """The test cannot be made here; the text says why."""


def main(folder, wanted):
    """The exit status: 0 if there were tests and none failed. `wanted`: only those whose name contains one of these."""
    chosen = list(tests(folder, wanted))
    passed = []
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for good, lines in pool.map(run, *zip(*chosen)) if chosen else []:
            print(lines, flush=True)
            passed.append(good)
    return 0 if passed and all(passed) else 1


def tests(folder, wanted):
    for file in sorted(folder.glob("*_test.py")):
        module = importlib.import_module(file.stem)
        for name, function in list(vars(module).items()):
            if name.startswith("test_") and (not wanted or any(word in name for word in wanted)):
                yield name.removeprefix("test_"), function


def run(name, function):
    """(whether it passed, its lines)."""
    output = io.StringIO()
    try:
        with contextlib.redirect_stderr(output):
            function()
    except Skip as why:
        return True, f"ok {name} # SKIP {why}"
    except Exception:
        said = "\n".join("# " + line for line in (output.getvalue() + traceback.format_exc()).splitlines())
        return False, f"not ok {name}\n{said}"
    return True, f"ok {name}"
