# SPDX-License-Identifier: GPL-2.0
"""./keel bench ppdev: the kernel's own driver and ours. bench/ppdev/README.md says how."""

import re
import subprocess
import tempfile
from pathlib import Path

from . import bench, build, paths, ui, vm

DRIVER = paths.ROOT / "drivers" / "ppdev"
LARGER = 1.05  # times the kernel's text and data
NOTICED = 1  # instruction: how batches are laid out
COST = re.compile(r"COST (\S+) (\S+)")
SUBJECTS = {"C": "/keel/modules/ppdev.ko", "Keel": "./ppdev.ko"}


def measure(kernel):
    import keel_vm
    ours, = build.build(DRIVER, kernel)
    port, = build.build(DRIVER / "tests", kernel)
    client = vm.program(paths.ROOT / "bench" / "ppdev" / "client.c", [paths.ROOT / "bench" / "misc_device"])
    sizes = {"C": size_of_stock(kernel), "Keel": text_and_data(ours)}
    jobs = []
    for subject, module in SUBJECTS.items():
        script = (f"rmmod ppdev; insmod softport.ko && insmod {module} && ./client /dev/parport0\nstatus=$?\n"
                  "rmmod ppdev; rmmod softport; exit $status\n")
        jobs.append(keel_vm.Job(subject, script, files=[ours, port, client], modules=["ppdev"], ktap=True, timeout=300))
    with ui.step(f"measuring on {kernel.release}"):
        results = vm.run(kernel, jobs, keel_vm.Options(icount=True))
    costs = {}
    for result in results:
        if not result.ok:
            raise ui.Failure(f"{result.name} could not be measured", "\n".join(result.explain()))
        costs[result.name] = {m[1]: float(m[2]) for m in map(COST.match, result.output) if m}
    return show(kernel, costs, sizes)


def size_of_stock(kernel):
    from keel_vm import modules
    with tempfile.TemporaryDirectory(prefix="keel-bench-") as scratch:
        path = Path(scratch) / "ppdev.ko"
        path.write_bytes(modules.Stock(kernel.modules).read("ppdev"))
        return text_and_data(path)


def text_and_data(path):
    """What size(1) says a module takes."""
    line = subprocess.run(["size", path], capture_output=True, text=True, check=True).stdout.splitlines()[1].split()
    return {"text": int(line[0]), "data": int(line[1]), "both": int(line[0]) + int(line[1])}


def show(kernel, costs, sizes):
    """Prints the tables; what is over the limit."""
    rows, over = [], []
    for operation, c in costs["C"].items():
        keel = costs["Keel"][operation]
        rows.append((operation, f"{c:.2f}", f"{keel:.2f}", f"{keel - c:+.2f}", f"{keel / c:.3f}"))
        if keel > c + NOTICED:
            over.append(f"{operation}: {keel - c:.2f} instructions above C")
    bench.table(f"ppdev on {kernel.release}, guest instructions per operation",
                ("operation", "C", "Keel", "difference", "ratio"), rows)
    kinds = [(kind, sizes["C"][kind], sizes["Keel"][kind], f"{sizes['Keel'][kind] / sizes['C'][kind]:.3f}")
             for kind in sizes["C"]]
    bench.table("size, bytes", ("", "C", "Keel", "ratio"), kinds)
    if sizes["Keel"]["both"] > LARGER * sizes["C"]["both"]:
        over.append(f"text and data: {sizes['Keel']['both'] / sizes['C']['both']:.3f} of C, {LARGER} allowed")
    return over
