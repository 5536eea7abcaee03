# SPDX-License-Identifier: GPL-2.0
"""./keel bench: measured comparisons, with C and without the checker. bench/ has one folder per question."""

import importlib

from . import kernels, ui

# Each is a module here with measure(kernel) that prints its table and returns the sentences of what is over its limit.
BENCHES = {"misc_device": "bench_cost", "mmap_ring": "bench_mmap_ring", "virtual": "bench_virtual", "sysfs": "bench_sysfs",
           "core": "bench_core", "size": "bench_size", "build": "bench_build", "checker": "bench_checker",
           "ppdev": "bench_ppdev"}


def add_parser(commands):
    parser = commands.add_parser("bench", help="compare with C: costs, sizes, build times; and compile times without the checker")
    parser.add_argument("name", metavar="NAME", nargs="?", choices=[*BENCHES, None],
                        help=f"{', '.join(BENCHES)} (default: all of them)")
    parser.add_argument("-k", "--kernel", metavar="KERNEL", help=f"default {kernels.default()}")
    return parser


def main(args):
    kernel = kernels.resolve(args.kernel)
    over = []
    for name in [args.name] if args.name else BENCHES:
        over += importlib.import_module(f".{BENCHES[name]}", __package__).measure(kernel)
    for sentence in over:
        ui.say(f"over the limit: {sentence}")
    ui.summary(f"bench on {kernel.release}: " + (f"{len(over)} over the limit" if over else "within the limits"))
    return 1 if over else 0


def table(title, head, rows):
    """Prints a table: the first column left, the others right."""
    cells = [head, *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    print(title)
    for row in cells:
        print("  ".join(["  " + row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:]))]))
    print(flush=True)
