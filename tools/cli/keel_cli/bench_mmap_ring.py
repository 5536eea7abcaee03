# SPDX-License-Identifier: GPL-2.0
"""./keel bench mmap_ring: what mappings and faults cost, C and Keel. bench/mmap_ring/README.md says what."""

from . import bench_cost


def measure(kernel):
    devices = {"C": "/dev/c-mmap-ring", "Keel": "/dev/keel-mmap-ring"}
    return bench_cost.compare(kernel, "mmap_ring", devices, lambda c, operation: c * 0.03)
