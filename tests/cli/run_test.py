# SPDX-License-Identifier: GPL-2.0
"""./keel run: what it says when all is well, and when something is not."""

import shutil

from support import ROOT, keel, refused, scratch, succeeded


def copy_of(sample, directory):
    """A copy of a sample's sources, as a user would have it."""
    target = directory / sample
    target.mkdir()
    for path in (ROOT / "samples" / sample).iterdir():
        if path.name == "Makefile" or path.suffix in (".cpp", ".hpp"):
            shutil.copy(path, target)
    makefile = (target / "Makefile").read_text()
    (target / "Makefile").write_text(makefile.replace("../..", str(ROOT)))
    return target


def test_run_nothing_to_run():
    refused(keel("run", "/nowhere"), "/nowhere is not a folder")


def test_run_on_a_kernel_without_image():
    from keel_cli import kernels
    with scratch() as directory:
        driver = copy_of("hello", directory)
        result = keel("run", str(driver), "--kernel", str(kernels.resolve().kdir))
        refused(result, "has no image to boot", "name a series")


def test_run_shows_the_log_and_ends_with_a_line():
    with scratch() as directory:
        result = keel("run", str(copy_of("hello", directory)))
        out = succeeded(result)
        assert len(out.splitlines()) == 1 and "loaded, unloaded, kernel log clean (" in out, out
        assert "log | hello: " in result.stderr, result.stderr


def test_run_passes_parameters():
    with scratch() as directory:
        driver = copy_of("hello", directory)
        (driver / "params").write_text("# what the module is told\ntest_parameter=42\n")
        result = keel("run", str(driver))
        succeeded(result)
        assert "test_parameter: 42" in result.stderr, result.stderr
        (driver / "params").write_text("test_parameter=1; reboot\n")
        refused(keel("run", str(driver)), "params", "NAME=VALUE")


def test_run_fails_when_the_exercise_does():
    with scratch() as directory:
        driver = copy_of("hello", directory)
        (driver / "exercise.sh").write_text('. ktap.sh\ncheck "this is true" true\ncheck "this is not" false\nfinish\n')
        result = keel("run", str(driver))
        assert result.returncode == 1
        line, = result.stdout.splitlines()
        assert "1 of 2 checks failed" in line and "FAILED" in line, line
        assert "not ok: this is not" in result.stderr, result.stderr


def test_run_fails_when_the_exercise_reports_nothing():
    with scratch() as directory:
        driver = copy_of("hello", directory)
        (driver / "exercise.sh").write_text("true\n")
        result = keel("run", str(driver))
        assert result.returncode == 1 and "no test was reported" in result.stdout, result.stdout


def test_run_names_the_exercise_that_does_not_compile():
    with scratch() as directory:
        driver = copy_of("hello", directory)
        (driver / "exercise.c").write_text("int main(void) { return nothing; }\n")
        result = keel("run", str(driver))
        refused(result, "exercise.c does not compile")
        assert "undeclared" in result.stderr, result.stderr
