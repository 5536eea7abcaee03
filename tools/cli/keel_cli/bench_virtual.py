# SPDX-License-Identifier: GPL-2.0
"""./keel bench virtual: files of /proc and debugfs, C and Keel, in guest instructions. bench/virtual/README.md says how."""

from . import bench_cost, paths

# Instructions above C, where that is more than 3: each with its reason in bench/virtual/README.md.
ALLOWED = {"number-open-read-close": 60, "number-write": 6, "rows-pread-in-the-middle": 200_000}


def measure(kernel):
    return bench_cost.compare(kernel, "virtual", {"C": "c_virtual", "Keel": "keel_virtual"},
                              lambda c, operation: ALLOWED.get(operation, 3), paths.ROOT / "bench" / "virtual" / "keel")
