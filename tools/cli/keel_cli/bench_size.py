# SPDX-License-Identifier: GPL-2.0
"""./keel bench size: the size of hello in C and in Keel."""

import tempfile

from . import bench, build, cmodule, elf, paths, ui

ALLOWED = 1.1  # of C's text and data, as size(1) counts them


def measure(kernel):
    ours, = build.build(paths.ROOT / "samples" / "hello", kernel)
    with tempfile.TemporaryDirectory(prefix="keel-bench-") as scratch:
        with ui.step("building hello in C"):
            twin, = cmodule.copy_and_build(paths.ROOT / "bench" / "build" / "c_hello", kernel, scratch)
        c, keel = elf.kinds(twin), elf.kinds(ours)
        c_total, keel_total = (sum(elf.Object(path).text_and_data()) for path in (twin, ours))
    rows = [(kind, c[kind], keel[kind], f"{keel[kind] - c[kind]:+}") for kind in c]
    rows.append(("text and data", c_total, keel_total, f"{keel_total / c_total:.3f}"))
    bench.table(f"hello on {kernel.release}, bytes by section", ("section", "C", "Keel", "difference"), rows)
    if keel_total > ALLOWED * c_total:
        return [f"hello: {keel_total / c_total:.3f} of C's text and data, {ALLOWED} allowed"]
    return []
