# SPDX-License-Identifier: GPL-2.0
"""What the tests of the command line share: calling ./keel, and scratch folders."""

import contextlib
import os
import signal
import subprocess
import tempfile
from pathlib import Path

from functions import Skip  # noqa: F401

ROOT = Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def scratch():
    with tempfile.TemporaryDirectory(prefix="keel-cli-") as directory:
        yield Path(directory)


def keel(*args, **env):
    """Runs ./keel and returns it when it has ended: returncode, stdout, stderr."""
    return subprocess.run([ROOT / "keel", *args], env=dict(os.environ, **env), text=True, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=600)


def refused(result, *words):
    """Checks that a command failed with one `keel: error:` line that has all of `words`, and no Python traceback."""
    assert result.returncode != 0, f"succeeded: {result.stdout}"
    errors = [line for line in result.stderr.splitlines() if line.startswith("keel: error: ")]
    assert len(errors) == 1, f"not one error line: {result.stderr}"
    assert "Traceback" not in result.stderr, result.stderr
    for word in words:
        assert str(word) in errors[0], f"no {word!r} in: {errors[0]}"


def succeeded(result):
    assert result.returncode == 0, f"status {result.returncode}: {result.stderr}"
    return result.stdout


def heed_ctrl_c():
    """A shell starts what runs in the background with SIGINT ignored, and so would these tests be."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
