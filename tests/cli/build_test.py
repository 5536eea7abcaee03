# SPDX-License-Identifier: GPL-2.0
"""Bad input to the commands, and what a failed build leaves."""

import shutil

from support import ROOT, keel, refused, scratch, succeeded

MAKEFILE = "obj-m := broken.o\nKEEL ?= {0}\ninclude $(KEEL)/kbuild/module.mk\n"


def test_unknown_command():
    result = keel("frobnicate")
    assert result.returncode == 2
    assert "frobnicate" in result.stderr and "build" in result.stderr


def test_build_nothing_to_build():
    with scratch() as directory:
        refused(keel("build", str(directory / "nowhere")), "nowhere is not a folder")
        refused(keel("build", str(directory)), "has no Makefile", "keel new driver")
        (directory / "Makefile").write_text("all:\n")
        refused(keel("build", str(directory)), "builds no module", "obj-m")


def test_build_for_unknown_kernel():
    with scratch() as directory:
        (directory / "Makefile").write_text("obj-m := a.o\n")
        refused(keel("build", str(directory), "--kernel", "nonsense"), "unknown kernel nonsense")


def test_compile_error_leaves_no_module():
    with scratch() as directory:
        driver = directory / "broken"
        driver.mkdir()
        (driver / "Makefile").write_text(MAKEFILE.format(ROOT))
        shutil.copy(ROOT / "samples/hello/hello.cpp", driver / "broken.cpp")
        assert "broken.ko" in succeeded(keel("build", str(driver)))
        source = (driver / "broken.cpp").read_text()
        (driver / "broken.cpp").write_text(source + "\nint x = no_such_name;\n")
        failed = keel("build", str(driver))
        refused(failed, "broken does not build")
        assert "no_such_name" in failed.stderr and "broken.cpp:" in failed.stderr, failed.stderr
        assert not (driver / "broken.ko").exists()
        (driver / "broken.cpp").write_text(source)
        succeeded(keel("build", str(driver)))
