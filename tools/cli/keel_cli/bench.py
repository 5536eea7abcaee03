# SPDX-License-Identifier: GPL-2.0
"""./keel bench: measured comparisons with C. bench/ has one folder per question."""

from . import kernels


def add_parser(commands):
    parser = commands.add_parser("bench", help="compare with C: costs, sizes, build times")
    parser.add_argument("name", metavar="NAME", nargs="?", help="misc_device, build or size (default: all)")
    parser.add_argument("-k", "--kernel", metavar="KERNEL", help=f"default {kernels.default()}")
    return parser


def main(args):
    return 1
