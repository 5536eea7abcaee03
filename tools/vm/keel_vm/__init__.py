# SPDX-License-Identifier: GPL-2.0
"""Boots a stock kernel in QEMU and runs jobs in it.

    results = keel_vm.run(kernel, [keel_vm.Job("hello", "insmod hello.ko && rmmod hello", files=[ko])])

One boot runs many jobs. A job fails when its script fails, a test of it fails or is missing, the kernel complains, is
tainted otherwise than by an out-of-tree unsigned module, stops answering or dies; `Result.problems` says which.
"""

from . import programs
from .job import Job, Result
from .machine import Options
from .programs import CompileError
from .runner import run

__all__ = ["CompileError", "Job", "Options", "Result", "programs", "run"]
