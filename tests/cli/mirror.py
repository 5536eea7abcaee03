# SPDX-License-Identifier: GPL-2.0
"""A Debian mirror of a few small packages in a folder, so that adding a kernel is tested without a network."""

import shutil
import subprocess
from pathlib import Path

from keel_cli import apt, packages

RELEASE = "{0}.0-9-amd64"
VARIABLES = "override ARCH = x86\nCC = $(CROSS_COMPILE){0}\n"


class Mirror:
    """`environment` makes ./keel use it, with a cache of its own."""

    def __init__(self, directory):
        self.root = directory / "mirror"
        self.cache = directory / "cache"
        etc = directory / "etc"
        (self.root / "pool").mkdir(parents=True)
        (etc / "sources.list.d").mkdir(parents=True)
        self.codename = apt.machine_codename()
        (etc / "sources.list").write_text(f"deb [trusted=yes] file:{self.root} {self.codename} main\n")
        self.environment = {"KEEL_APT_ETC": str(etc), "KEEL_CACHE": str(self.cache)}

    def add_kernel(self, series, padding=0, split=False):
        """A kernel of four packages, or of seven, where the one named after the image is empty. The package with the image
        unpacks to `padding` bytes more than it says."""
        release = RELEASE.format(series)
        kdir = f"usr/src/linux-headers-{release}"
        common = f"usr/src/linux-headers-{series}-common"
        image, modules = {f"boot/vmlinuz-{release}": "image"}, {f"lib/modules/{release}/kernel/a.ko": "module"}
        if split:
            self._package(f"linux-image-{release}", f"linux-binary-{release}, linux-modules-{release}", 0, {})
            self._package(f"linux-binary-{release}", f"linux-base-{release}", padding, image)
            self._package(f"linux-modules-{release}", f"linux-base-{release}", 0, modules)
            self._package(f"linux-base-{release}", "", 0, {f"boot/config-{release}": "CONFIG_A=y\n"})
        else:
            self._package(f"linux-image-{release}", "", padding, image | modules)
        self._package(f"linux-headers-{release}", f"linux-headers-{series}-common (= 1), linux-kbuild-{series}", 0, {
            f"{kdir}/Makefile": f"include /{common}/Makefile\n", f"{kdir}/.kernelvariables": VARIABLES.format(a_gcc()),
            f"{kdir}/include/config/auto.conf": "CONFIG_A=y\nCONFIG_DEBUG_INFO_BTF_MODULES=y\n"})
        self._package(f"linux-headers-{series}-common", "", 0, {f"{common}/Makefile": "all:\n\t@echo built\n"})
        self._package(f"linux-kbuild-{series}", "", 0, {f"usr/lib/linux-kbuild-{series}/scripts/a.sh": "exit\n"})
        self._index()

    def _package(self, name, depends, padding, files):
        tree = self.root / "tree"
        for path, text in files.items():
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            (tree / path).write_text(text)
        if padding:
            with open(tree / "padding", "wb") as file:
                file.truncate(padding)
        control = tree / "DEBIAN" / "control"
        control.parent.mkdir(parents=True)
        depends = f"Depends: {depends}\n" if depends else ""
        control.write_text(f"Package: {name}\nVersion: 1\nArchitecture: amd64\nMaintainer: nobody <nobody@localhost>\n"
                           f"Installed-Size: 1\n{depends}Description: a test\n")
        subprocess.run(["dpkg-deb", "-Zgzip", "-z1", "-b", tree, self.root / "pool" / f"{name}.deb"], check=True,
                       stdout=subprocess.DEVNULL)
        shutil.rmtree(tree)

    def _index(self):
        dists = self.root / "dists" / self.codename
        binary = dists / "main" / "binary-amd64"
        binary.mkdir(parents=True, exist_ok=True)
        stanzas = []
        for deb in sorted((self.root / "pool").glob("*.deb")):
            control = subprocess.run(["dpkg-deb", "-f", deb], stdout=subprocess.PIPE, text=True, check=True).stdout
            stanzas.append(f"{control}Filename: pool/{deb.name}\nSize: {deb.stat().st_size}\n"
                           f"SHA256: {checksum(deb)}\n")
        packages = binary / "Packages"
        packages.write_text("\n".join(stanzas))
        (dists / "Release").write_text(
            f"Origin: Debian\nSuite: stable\nCodename: {self.codename}\nArchitectures: amd64\nComponents: main\n"
            f"SHA256:\n {checksum(packages)} {packages.stat().st_size} main/binary-amd64/Packages\n")


def checksum(file):
    return subprocess.run(["sha256sum", file], stdout=subprocess.PIPE, text=True, check=True).stdout.split()[0]


def a_gcc():
    """The versioned name of a gcc that this machine has."""
    packages.need("gcc")
    found = sorted(path.name for path in Path("/usr/bin").glob("gcc-[0-9]*"))
    return found[-1]
