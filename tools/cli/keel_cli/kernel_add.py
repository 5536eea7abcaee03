# SPDX-License-Identifier: GPL-2.0
"""Adds a kernel of Debian's to the cache: finds its packages, downloads, unpacks and adapts them."""

import contextlib
import fcntl
import re
import shutil
import tempfile
from pathlib import Path

from . import apt, kernels, packages, paths, ui, unpack

HEADERS = re.compile(r"linux-headers-((\d+\.\d+)[.-][^-]*(?:-\d[^-]*)?-amd64)")


def add(series):
    """Adds the newest kernel of `series`. An interrupted run leaves nothing that the next one does not clear away."""
    with locked():
        kept = kernels.load(kernels.home() / series)
        if kept:
            return kept
        with ui.step(f"kernel {series}: adding it to {kernels.home()}"):
            return _add(series)


@contextlib.contextmanager
def locked():
    """One `kernel add` at a time. Also clears away what an interrupted one left."""
    home = kernels.home()
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = open(home / ".lock", "w")
    except OSError as error:
        raise ui.Failure(f"cannot write to {home}: {error.strerror}; set KEEL_CACHE to another folder") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            ui.say("  waiting for another keel that adds a kernel")
            fcntl.flock(lock, fcntl.LOCK_EX)
        for left in home.glob(".new-*"):
            shutil.rmtree(left, ignore_errors=True)
        yield


def _add(series):
    if re.search(r"[\s:]", str(kernels.home())):
        raise ui.Failure(f"the kernel's build system takes no path with a space or a colon in it, such as {kernels.home()}: "
                         "set KEEL_CACHE to another folder")
    apt.free_or_fail(kernels.home(), apt.LISTS_MB)
    release, name, wanted = find(series)
    target = kernels.home() / series
    new = Path(tempfile.mkdtemp(prefix=f".new-{series}-", dir=kernels.home()))
    new.chmod(0o755)
    try:
        fetch(release, wanted, new)
        unpack.relocate(new / "root", target / "root")
        kdir = new / "root/usr/src" / f"linux-headers-{name}"
        provide_tools(release, wanted, kdir, new, target)
        describe(series, name, new, target)
        if target.exists():
            shutil.rmtree(target)
        new.rename(target)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return kernels.load(target)


def find(series):
    """(Debian release, kernel release, packages) of the newest kernel of the series, this machine's Debian first."""
    seen = set()
    for release in apt.releases():
        found = {m[1]: m[2] for m in map(HEADERS.fullmatch, release.names("linux-headers-")) if m}
        names = sorted((name for name, its in found.items() if its == series), key=version_key, reverse=True)
        for name in names:
            wanted = select(release, name)
            if wanted:
                return release, name, wanted
        seen |= set(found.values())
    there = ", ".join(sorted(seen, key=version_key)) or "none"
    raise ui.Failure(f"the Debian mirror has no kernel of series {series}; it has {there}")


def version_key(name):
    return [int(number) for number in re.findall(r"\d+", name)]


def select(release, name):
    """The packages that make up the kernel: image, modules, headers, build tools; none if its image is not there."""
    fields = release.show(f"linux-headers-{name}").get(f"linux-headers-{name}")
    if not fields:
        return []
    version = fields[0]["Version"]
    depends = re.findall(r"(linux-headers-[^\s,]*-common|linux-kbuild-[^\s,]+)", fields[0].get("Depends", ""))
    # One package in older kernels. In newer ones the image, the modules and the description are one each, and the package
    # named as the old one was is empty; of an image the unsigned one may be all there is.
    alternatives = [[f"linux-binary-{name}", f"linux-modules-{name}", f"linux-base-{name}"],
                    [f"linux-binary-unsigned-{name}", f"linux-modules-{name}", f"linux-base-{name}"],
                    [f"linux-image-{name}"],
                    [f"linux-image-{name}-unsigned"]]
    known = release.show(*depends, *(package for image in alternatives for package in image))

    def of_version(package):
        return next((f for f in known.get(package, []) if f["Version"] == version), None)

    for image in alternatives:
        chosen = [of_version(package) for package in image + depends]
        if all(chosen):
            return [fields[0], *chosen]
    return []


def fetch(release, wanted, new):
    """Downloads and unpacks the packages into new/root."""
    archives = new / "archives"
    archives.mkdir(exist_ok=True)
    megabytes = sum(int(f["Size"]) / 1e6 + int(f["Installed-Size"]) * 1.1 / 1000 for f in wanted)
    apt.free_or_fail(new, int(megabytes) + 50)
    files = release.download(wanted, archives)
    try:
        with ui.step("unpacking"):
            unpack.extract(files, new / "root")
    except ui.Failure as failure:
        # dpkg-deb says that a write failed, and not always why.
        apt.free_or_fail(new, 20)
        raise failure
    shutil.rmtree(archives)


def provide_tools(release, wanted, kdir, new, target):
    """Sees to it that the kernel's compiler exists and that the host tools run."""
    root = new / "root"
    compiler = unpack.compiler(kdir)
    # What this machine's release has is installed; what is newer is kept beside the kernel.
    own = apt.Release(apt.machine_codename())
    private = not shutil.which(compiler) and not own.show(compiler)
    if not private:
        packages.need(compiler)
    kbuild = [f["Package"] for f in wanted if f["Package"].startswith("linux-kbuild-")]
    if release.codename == own.codename:
        packages.need(*unpack.libraries_of(release, kbuild))
    if private or not all(unpack.runs_here(program) for program in unpack.programs(root)):
        packages.need("patchelf")
        gcc = [name.format(compiler.split("-")[1]) for name in unpack.GCC_PACKAGES] if private else []
        fetched = [versions[0] for versions in release.show(*gcc).values()]
        fetched += unpack.library_closure(release, kbuild + gcc).values()
        with ui.step(f"giving the kernel's tools the libraries{' and the compiler' if private else ''} "
                     f"of {release.codename}"):
            fetch(release, fetched, new)
            unpack.give_libraries(root, target / "root")
    unpack.set_compiler(kdir, target / "root/usr/bin" / compiler if private else shutil.which(compiler))


def describe(series, name, new, target):
    """Writes kernel.json: the last thing before the kernel is moved into its place."""
    root = new / "root"
    unpack.clean(root)
    modules = next((path for path in (root / "lib/modules" / name, root / "usr/lib/modules" / name)
                    if (path / "kernel").is_dir()), None)
    if modules is None:
        raise ui.Failure(f"the packages of {name} contain no modules")
    image = next((path for path in (root / f"boot/vmlinuz-{name}", modules / "vmlinuz", modules / "vmlinuz.unsigned")
                  if path.exists()), None)
    if image is None:
        raise ui.Failure(f"the packages of {name} contain no kernel image")
    kdir = root / "usr/src" / f"linux-headers-{name}"
    btf = kdir / "vmlinux" if (kdir / "vmlinux").exists() else image
    kernels.Kernel(series, name, *(target / path.relative_to(new) for path in (kdir, image, btf, modules))).save(new)
