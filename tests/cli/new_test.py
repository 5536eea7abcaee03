# SPDX-License-Identifier: GPL-2.0
"""./keel new driver: what it makes builds, and what it cannot make it says."""

import os

from support import ROOT, keel, refused, scratch, succeeded


def test_new_driver_builds():
    with scratch() as directory:
        place = directory / "my_disk"
        assert f"run {place}" in succeeded(keel("new", "driver", str(place)))
        assert sorted(os.listdir(place)) == ["Makefile", "README.md", "exercise.sh", "my_disk.cpp"]
        assert "class MyDiskDriver" in (place / "my_disk.cpp").read_text()
        for file in place.iterdir():
            assert "@" not in file.read_text(), file
        succeeded(keel("check", str(place)))
        assert "my_disk.ko" in succeeded(keel("build", str(place)))


def test_new_driver_in_the_checkout_is_relative():
    place = ROOT / "build" / f"new_driver_{os.getpid()}"
    place.parent.mkdir(exist_ok=True)
    try:
        succeeded(keel("new", "driver", str(place)))
        assert "KEEL ?= ../..\n" in (place / "Makefile").read_text()
    finally:
        for file in place.glob("*"):
            file.unlink()
        place.rmdir()


def test_new_driver_bad_names():
    with scratch() as directory:
        for name in ("3com", "my-disk", "Disk", "class", "a b", "a" * 41, "disk.c", ".."):
            refused(keel("new", "driver", str(directory / name)), "cannot be a driver's name", "C identifier")
        assert os.listdir(directory) == []


def test_new_driver_overwrites_nothing():
    with scratch() as directory:
        (directory / "disk").mkdir()
        refused(keel("new", "driver", str(directory / "disk")), "is there already")
        refused(keel("new", "driver", str(directory / "none" / "disk")), "is not a folder")
