# SPDX-License-Identifier: GPL-2.0
"""The same work on many things, as many at a time as there are processors."""

import contextlib
import os
from concurrent.futures import ThreadPoolExecutor


@contextlib.contextmanager
def workers():
    """The threads for it. Who leaves by an error or by Ctrl-C waits for what has begun only."""
    pool = ThreadPoolExecutor(os.cpu_count())
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
