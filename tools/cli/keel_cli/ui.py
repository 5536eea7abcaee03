# SPDX-License-Identifier: GPL-2.0
"""How the command talks: what it runs, what it is busy with, one line at the end, one line for an error."""

import contextlib
import functools
import os
import shlex
import signal
import subprocess
import sys
import threading
import time

verbose = False


class Failure(Exception):
    """Something the user can act on: printed as one line (and optional detail lines), exit status `code`."""

    def __init__(self, message, detail="", code=1):
        super().__init__(message)
        self.detail = detail
        self.code = code


def say(text):
    """One line of progress, on standard error so that standard output stays usable by scripts."""
    print(text, file=sys.stderr, flush=True)


def summary(text):
    """The one line a command ends with."""
    print(text, flush=True)


def no_space(directory):
    return f"no space left on the disk of {directory}: free some, or set KEEL_CACHE to a folder on another disk"


@contextlib.contextmanager
def step(what):
    """A named piece of work: announces it, and says how long it took when that is worth knowing."""
    start = time.monotonic()
    say(f"  {what} ...")
    yield
    took = time.monotonic() - start
    if verbose or took > 2:
        say(f"  {what}: {took:.2f} s")


@contextlib.contextmanager
def progress(what, directory, total):
    """Says, while the work in it goes on, how much of `total` bytes has arrived in `directory`."""
    done = threading.Event()
    terminal = sys.stderr.isatty()

    def watch():
        while not done.wait(0.5 if terminal else 5):
            have = 0
            for file in directory.rglob("*"):
                with contextlib.suppress(FileNotFoundError):  # apt renames what it is done with
                    have += file.stat().st_size if file.is_file() else 0
            text = f"  {what}: {min(100, 100 * have // max(total, 1))} %"
            print("\r" + text if terminal else text, end="" if terminal else "\n", file=sys.stderr, flush=True)

    watcher = threading.Thread(target=watch, daemon=True)
    with step(what):
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()
            if terminal:
                print("\r\033[K", end="", file=sys.stderr, flush=True)


@functools.cache
def end_with_parent():
    """A function for preexec_fn: the kernel ends the child when we die, however we die."""
    import ctypes  # late: a build that has nothing to do starts us too, and this import takes longer than that
    prctl = ctypes.CDLL(None).prctl
    PR_SET_PDEATHSIG = 1
    return lambda: prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def run(argv, *, cwd=None, env=None, stdin=None, quiet=False, fail="", hint=""):
    """Runs a command, printing it first (unless `quiet`), and returns its standard output.

    With -v its output is shown as it comes; otherwise it is kept, and shown only if the command fails. A failure
    raises Failure with `fail` as its one line. The command has its own process group, ended with ours.
    """
    argv = [os.fspath(a) for a in argv]
    if not quiet or verbose:
        say("  $ " + " ".join(shlex.quote(a) for a in argv))
    merged = dict(os.environ, **(env or {}))
    try:
        child = subprocess.Popen(argv, cwd=cwd, env=merged, stdin=stdin or subprocess.DEVNULL, text=True,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace",
                                 start_new_session=True, preexec_fn=end_with_parent())
    except FileNotFoundError as error:
        raise Failure(f"{argv[0]} is not installed", hint or "run ./keel setup") from error
    lines = []
    try:
        for line in child.stdout:
            lines.append(line)
            if verbose:
                sys.stderr.write(line)
        child.wait()
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGTERM)
        child.wait()
        raise
    if child.returncode and "No space left on device" in "".join(lines):
        raise Failure(no_space(cwd or os.getcwd()))
    if child.returncode:
        detail = "" if verbose else "".join(lines)
        raise Failure(fail or f"{argv[0]} failed with status {child.returncode}", detail + hint)
    return "".join(lines)
