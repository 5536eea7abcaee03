# SPDX-License-Identifier: GPL-2.0
"""Adding kernels: from a mirror of our own, whole, interrupted, without space."""

import json
import os
import signal
import subprocess
import time

from mirror import Mirror
from support import ROOT, Skip, heed_ctrl_c, keel, refused, scratch, succeeded

SERIES = "9.1"


def test_kernel_is_added_listed_removed():
    with scratch() as directory:
        mirror = Mirror(directory)
        mirror.add_kernel(SERIES)
        succeeded(keel("kernel", "add", SERIES, **mirror.environment))
        home = mirror.cache / "kernels" / SERIES
        kernel = json.loads((home / "kernel.json").read_text())
        assert kernel["release"] == f"{SERIES}.0-9-amd64"
        for key in ("kdir", "image", "btf", "modules"):
            assert os.path.exists(kernel[key]), key
        built = subprocess.run(["make", "-s", "-C", kernel["kdir"]], stdout=subprocess.PIPE, text=True, check=True)
        assert "built" in built.stdout
        assert "BTF_MODULES" not in open(kernel["kdir"] + "/include/config/auto.conf").read()
        assert SERIES in succeeded(keel("kernel", "list", **mirror.environment))
        succeeded(keel("kernel", "remove", SERIES, **mirror.environment))
        assert not home.exists()


def test_kernel_whose_image_package_is_empty():
    with scratch() as directory:
        mirror = Mirror(directory)
        mirror.add_kernel(SERIES, split=True)
        succeeded(keel("kernel", "add", SERIES, **mirror.environment))
        kernel = json.loads((mirror.cache / "kernels" / SERIES / "kernel.json").read_text())
        for key in ("kdir", "image", "btf", "modules"):
            assert os.path.exists(kernel[key]), key


def test_kernel_series_that_is_a_prefix_of_another():
    with scratch() as directory:
        mirror = Mirror(directory)
        mirror.add_kernel(SERIES + "5")
        refused(keel("kernel", "add", SERIES, **mirror.environment), SERIES, f"it has {SERIES}5")


def test_kernel_add_killed_half_way():
    for how in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
        with scratch() as directory:
            mirror = Mirror(directory)
            mirror.add_kernel(SERIES, padding=100_000_000)
            kernels = mirror.cache / "kernels"
            adding = subprocess.Popen([ROOT / "keel", "kernel", "add", SERIES], stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL, env=dict(os.environ, **mirror.environment),
                                      preexec_fn=heed_ctrl_c)
            while adding.poll() is None and not list(kernels.glob(".new-*")):
                time.sleep(0.005)
            adding.send_signal(how)
            assert adding.wait() != 0, "it had ended before it was killed"
            assert not (kernels / SERIES).exists()
            succeeded(keel("kernel", "add", SERIES, **mirror.environment))
            assert not list(kernels.glob(".new-*")), "left behind"


def test_kernel_add_without_space():
    with scratch() as directory:
        mirror = Mirror(directory)
        mirror.add_kernel(SERIES)
        with small_disk(mirror.cache, "40m"):
            refused(keel("kernel", "add", SERIES, **mirror.environment), "no space left", "KEEL_CACHE")


def test_kernel_add_that_runs_out_of_space():
    with scratch() as directory:
        mirror = Mirror(directory)
        mirror.add_kernel(SERIES, padding=600_000_000)
        with small_disk(mirror.cache, "400m"):
            refused(keel("kernel", "add", SERIES, **mirror.environment), "no space left", "KEEL_CACHE")
            assert not list((mirror.cache / "kernels").glob("[!.]*"))
            assert not list((mirror.cache / "kernels").glob(".new-*")), "what did not fit was left"


def test_kernel_add_without_network():
    with scratch() as directory:
        mirror = Mirror(directory)
        refused(keel("kernel", "add", SERIES, **mirror.environment), "mirror cannot be read", "network")


def test_kernel_unknown():
    refused(keel("kernel", "add", "nonsense"), "unknown kernel nonsense", "series")
    refused(keel("kernel", "add", "/nowhere/build"), "unknown kernel /nowhere/build")
    refused(keel("kernel", "remove", "../kernels"), "no kernel ../kernels")
    with scratch() as directory:
        refused(keel("kernel", "add", str(directory)), "not a prepared kernel build directory")


class small_disk:
    """A file system of that size at `place`, which takes root."""

    def __init__(self, place, size):
        self.place, self.size = place, size

    def __enter__(self):
        self.place.mkdir()
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={self.size}", "tmpfs", self.place]).returncode == 0
        if not mounted:
            raise Skip("mounting a small disk takes root")

    def __exit__(self, *_):
        subprocess.run(["umount", self.place], check=True)
