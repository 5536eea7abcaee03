# SPDX-License-Identifier: GPL-2.0
"""Where things are: the checkout, and the user's cache."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def cache() -> Path:
    """The cache: kernels, bindings, built tools. KEEL_CACHE moves it."""
    explicit = os.environ.get("KEEL_CACHE")
    if explicit:
        return Path(explicit).resolve()
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "keel"
