# SPDX-License-Identifier: GPL-2.0
"""Packages that are missing and cannot be installed."""

import os
import sys
import traceback

from keel_cli import packages, ui
from support import Skip, scratch

ABSENT = "keel-no-such-package"
NOBODY = 65534


def failure_of(*names):
    try:
        packages.need(*names)
    except ui.Failure as failure:
        return str(failure)
    raise AssertionError("did not fail")


def in_child(function):
    """Runs the function in a process of its own, which may give up its rights."""
    child = os.fork()
    if child == 0:
        try:
            function()
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
            os._exit(1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


def test_missing_package_without_root_or_sudo():
    def check():
        if os.geteuid() == 0:
            os.setgroups([])
            os.setuid(NOBODY)
        os.environ["PATH"] = directory
        assert failure_of(ABSENT) == f"missing packages; run as root: apt-get install --no-install-recommends {ABSENT}"

    with scratch() as place:
        directory = str(place)
        place.chmod(0o755)
        os.symlink("/usr/bin/dpkg-query", place / "dpkg-query")
        in_child(check)


def test_missing_package_that_apt_does_not_know():
    if os.geteuid() != 0:
        raise Skip("installing takes root")
    with scratch() as place:
        (place / "apt.conf").write_text(f'Dir::State::lists "{place}";\nDir::Etc::sourcelist "/dev/null";\n'
                                        'Dir::Etc::sourceparts "/dev/null";\nDir::Cache::pkgcache "";\n')
        os.environ["APT_CONFIG"] = str(place / "apt.conf")
        try:
            said = failure_of(ABSENT)
        finally:
            del os.environ["APT_CONFIG"]
        assert said.startswith(f"apt does not know {ABSENT}"), said


def test_installed_packages_need_nothing():
    packages.need("dpkg", "apt")
