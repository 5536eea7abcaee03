# SPDX-License-Identifier: GPL-2.0
"""What ./keel bench measures is what it says. How fast things are is not for tests."""

from keel_cli import bench_checker, ui

PLUGIN = ["-fplugin=checker.so", "-Xclang", "-add-plugin", "-Xclang", "keel"]


def test_bench_checker_takes_out_the_checker_only():
    command = ["clang++", "-Xclang", "-disable-llvm-passes", *PLUGIN, "-c", "a.cpp"]
    assert bench_checker.without(command, PLUGIN) == ["clang++", "-Xclang", "-disable-llvm-passes", "-c", "a.cpp"]


def test_bench_checker_refuses_a_command_without_it():
    try:
        bench_checker.without(["clang++", *PLUGIN[:-1], "-c", "a.cpp"], PLUGIN)
    except ui.Failure:
        return
    raise AssertionError("measured a compile that has no checker in it")


def test_bench_checker_counts_the_time_of_the_compiler():
    assert bench_checker.seconds(["sh", "-c", "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done"], "/") > 0.001
    assert bench_checker.seconds(["sleep", "0.2"], "/") < 0.1, "that is not processor time"
