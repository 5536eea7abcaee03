# SPDX-License-Identifier: GPL-2.0
"""./keel bench core: guest instructions of each operation of the library, C and Keel. bench/core/README.md says how."""

import re

from . import bench, build, paths, ui, vm

FOLDER = paths.ROOT / "bench" / "core"
ALLOWED = 1.02  # times C
NOTICED = 1     # instruction: no more is how two compilers lay out the loop around the operation
# Instructions that keep a promise which C leaves to its user: none arms a timer whose object goes (task/gate.hpp).
PROMISES = {"hrtimer-arm": 6}
SUBJECTS = {"C": "core_c", "Keel": "core_keel"}
ROUNDS = 2
COST = re.compile(r".*COST (\S+) (\S+)")


def measure(kernel):
    import keel_vm
    modules = {path.stem: path for path in build.build(FOLDER, kernel)}
    # In turn and twice, the least counting: what comes first finds a kernel that is still busy with its start. Then the
    # other way round in a fresh kernel: what the allocator has at hand depends on who came before.
    jobs = [keel_vm.Job(subject, f"insmod {name}.ko && rmmod {name}\n", files=[modules[name]], timeout=300)
            for subject, name in [*SUBJECTS.items()] * ROUNDS]
    with ui.step(f"measuring on {kernel.release}"):
        results = [result for order in (jobs, jobs[::-1]) for result in vm.run(kernel, order, keel_vm.Options(icount=True))]
    costs = {}
    for result in results:
        if not result.ok:
            raise ui.Failure(f"{result.name} could not be measured", "\n".join(result.explain()))
        least = costs.setdefault(result.name, {})
        for m in filter(None, map(COST.match, result.log)):
            least[m[1]] = min(least.get(m[1], float(m[2])), float(m[2]))
    return show(kernel, costs)


def show(kernel, costs):
    """Prints the table; what is over the limit."""
    if unpaired := costs["C"].keys() ^ costs["Keel"].keys():
        raise ui.Failure(f"measured on one side only: {', '.join(sorted(unpaired))}")
    rows, over = [], []
    for operation, c in costs["C"].items():
        keel = costs["Keel"][operation]
        rows.append((operation, f"{c:.2f}", f"{keel:.2f}", f"{keel - c:+.2f}", f"{keel / c:.3f}"))
        if keel > c * ALLOWED and keel - c > PROMISES.get(operation, NOTICED) + 0.02:
            over.append(f"{operation}: {keel / c:.3f} of C, {ALLOWED} allowed")
    bench.table(f"the library on {kernel.release}, guest instructions per operation",
                ("operation", "C", "Keel", "difference", "ratio"), rows)
    return over
