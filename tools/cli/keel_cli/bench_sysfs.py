# SPDX-License-Identifier: GPL-2.0
"""./keel bench sysfs: guest instructions to read and to write an attribute, C and Keel. bench/sysfs/README.md says how."""

from . import bench_cost, paths

SUBJECTS = {"C": "/sys/kernel/c_attr/number", "Keel": "/sys/kernel/keel_attr/number"}


def measure(kernel):
    return bench_cost.compare(kernel, "sysfs", SUBJECTS, lambda c, operation: 3, sample=paths.ROOT / "bench" / "sysfs")
