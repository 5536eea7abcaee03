# SPDX-License-Identifier: GPL-2.0
"""./keel bench misc_device, mmap_ring, virtual: guest instructions per operation, C and Keel.
bench/misc_device/README.md says how."""

import re
import tempfile

from . import bench, build, cmodule, elf, paths, ui, vm

NOTICED = 1  # instruction: how batches are laid out


def measure(kernel):
    devices = {"C": "/dev/c-misc-device", "Keel": "/dev/rust-misc-device"}
    return compare(kernel, "misc_device", devices, lambda c, operation: NOTICED)


def compare(kernel, name, subjects, allowed, sample=None):
    """Measures samples/NAME, or the module in the folder `sample`, against its twin in bench/NAME, whose devices are `subjects`;
    `allowed` says how many instructions more than C's an operation may take."""
    import keel_vm
    folder = paths.ROOT / "bench" / name
    ours, = build.build(sample or paths.ROOT / "samples" / name, kernel)
    with tempfile.TemporaryDirectory(prefix="keel-bench-") as scratch:
        with ui.step("building the C twin"):
            twin, = cmodule.copy_and_build(folder / "c_twin", kernel, scratch)
        client = vm.program(folder / "client.c")
        jobs = []
        for (subject, device), module in zip(subjects.items(), (twin, ours)):
            script = f"insmod {module.name} && ./client {device} {module.stem}; status=$?; rmmod {module.stem}; exit $status\n"
            jobs.append(keel_vm.Job(subject, script, files=[module, client], ktap=True, timeout=300))
        with ui.step(f"measuring on {kernel.release}"):
            results = vm.run(kernel, jobs, keel_vm.Options(icount=True))
        sizes = {"C": elf.kinds(twin), "Keel": elf.kinds(ours)}
    costs = {}
    for result in results:
        if not result.ok:
            raise ui.Failure(f"{result.name} could not be measured", "\n".join(result.explain()))
        costs[result.name] = {m[1]: float(m[2]) for m in map(re.compile(r"COST (\S+) (\S+)").match, result.output) if m}
    return show(kernel, name, costs, sizes, allowed)


def show(kernel, name, costs, sizes, allowed):
    """Prints the tables; what is over the limit."""
    rows, over = [], []
    for operation, c in costs["C"].items():
        keel = costs["Keel"][operation]
        rows.append((operation, f"{c:.2f}", f"{keel:.2f}", f"{keel - c:+.2f}", f"{keel / c:.3f}"))
        limit = allowed(c, operation)
        if keel > c + limit:
            over.append(f"{operation}: {keel - c:.2f} instructions above C, {limit:.2f} allowed")
    bench.table(f"{name} on {kernel.release}, guest instructions per operation",
                ("operation", "C", "Keel", "difference", "ratio"), rows)
    kinds = [(kind, sizes["C"][kind], sizes["Keel"][kind], f"{sizes['Keel'][kind] - sizes['C'][kind]:+}")
             for kind in sizes["C"]]
    bench.table("size, bytes by section", ("section", "C", "Keel", "difference"), kinds)
    return over
