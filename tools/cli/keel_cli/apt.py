# SPDX-License-Identifier: GPL-2.0
"""Packages of any Debian release, downloaded with a private apt configuration. Nothing is installed.

The mirror and the keyring are those this machine is configured with; only the names of the suites are ours. Each
release has its own lists below the cache, so the machine's apt state is never touched and no privilege is needed.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

from . import paths, ui

# Debian's releases, oldest first. One that the mirror does not have, or that is not stable yet, is passed over.
CODENAMES = ["bookworm", "trixie", "forky", "duke"]
UNRELEASED = {"testing", "unstable", "experimental"}
LISTS_MB = 250


def machine_codename():
    try:
        lines = Path("/etc/os-release").read_text().splitlines()
    except OSError:
        lines = []
    values = dict(line.split("=", 1) for line in lines if "=" in line)
    if values.get("ID", "").strip('"') != "debian" or not values.get("VERSION_CODENAME"):
        raise ui.Failure("kernels by name come from Debian's mirror, and this machine is not Debian: "
                         "give the path of a kernel's build directory, such as /lib/modules/$(uname -r)/build")
    return values["VERSION_CODENAME"].strip('"')


def _stanzas(text):
    """The paragraphs of a deb822 file (or of apt-cache's output) as dicts; continuation lines are kept."""
    for paragraph in re.split(r"\n\s*\n", text):
        fields = {}
        name = None
        for line in paragraph.splitlines():
            if line.startswith("#"):
                continue
            if line[:1].isspace() and name:
                fields[name] += "\n" + line
            elif ":" in line:
                name, value = line.split(":", 1)
                fields[name] = value.strip()
        if fields:
            yield fields


def _configured():
    """The machine's binary package sources: (uri, suites, components, {option: value} that decides what is trusted)."""
    etc = Path(os.environ.get("KEEL_APT_ETC", "/etc/apt"))  # the tests have a mirror of their own
    parts = etc / "sources.list.d"
    for file in [etc / "sources.list", *sorted(parts.glob("*.list"))]:
        text = file.read_text() if file.exists() else ""
        for match in re.finditer(r"^deb\s+(?:\[([^]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#\n]*)", text, re.M):
            options = dict(o.split("=", 1) for o in (match[1] or "").split() if "=" in o)
            trust = {"Signed-By": options.get("signed-by"), "Trusted": options.get("trusted")}
            yield match[2], [match[3]], match[4].split(), trust
    for file in sorted(parts.glob("*.sources")):
        for source in _stanzas(file.read_text()):
            if "deb" in source.get("Types", "").split() and source.get("Enabled", "yes").lower() != "no":
                for uri in source.get("URIs", "").split():
                    trust = {"Signed-By": source.get("Signed-By"), "Trusted": source.get("Trusted")}
                    yield uri, source.get("Suites", "").split(), source.get("Components", "").split(), trust


def _archive(codename):
    """(uri, trust) of the Debian archive and, or None, of its security archive, as this machine has them."""
    plain, security = [], []
    for uri, suites, components, trust in _configured():
        if "main" not in components:
            continue
        for alias in (codename, "stable", "oldstable"):
            if alias in suites:
                plain.append((uri, trust))
            if f"{alias}-security" in suites:
                security.append((uri, trust))
    if not plain:
        raise ui.Failure(f"no Debian mirror for {codename} main is configured in /etc/apt: add one, or give the path "
                         "of a kernel's build directory")

    def others_last(source):
        # Another archive may use the same suite's name: the one with Debian's own keyring is Debian's.
        return "debian-archive" not in (source[1]["Signed-By"] or "")

    return min(plain, key=others_last), min(security, key=others_last, default=None)


class Release:
    """One Debian release, with its updates, security fixes and backports."""

    def __init__(self, codename):
        self.codename = codename
        self.home = paths.cache() / "apt" / codename
        self.config = self.home / "apt.conf"

    def update(self):
        """Reads the release's package lists from the mirror; false if there is no such stable release there."""
        self._configure()
        got = subprocess.run(["apt-get", "-q", "update"], env=self._env(), stdin=subprocess.DEVNULL, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if ui.verbose:
            ui.say(got.stdout.rstrip())
        if "No space left on device" in got.stdout:
            raise ui.Failure(ui.no_space(self.home))
        main = self._inrelease()
        if main is None:
            if self.codename == machine_codename():
                raise ui.Failure("the Debian mirror cannot be read: is the network up?", got.stdout)
            return False
        origin = re.search(r"^Origin: *(.*)", main, re.M)
        if not origin or origin[1] != "Debian":
            raise ui.Failure(f"the mirror configured in /etc/apt for {self.codename} is not Debian's")
        suite = re.search(r"^Suite: *(.*)", main, re.M)
        return not (suite and suite[1] in UNRELEASED)

    def names(self, prefix):
        return self._cache("pkgnames", prefix).split()

    def show(self, *names):
        """What apt knows of each package: name -> its versions' fields, best first."""
        known = {}
        if names:
            for fields in _stanzas(self._cache("show", *names)):
                known.setdefault(fields["Package"], []).append(fields)
        return known

    def download(self, packages, directory):
        """Downloads `packages` (fields as of show()) into `directory`, showing how far it is."""
        total = sum(int(fields["Size"]) for fields in packages)
        argv = ["apt-get", "-q", "download", *(f"{f['Package']}={f['Version']}" for f in packages)]
        with ui.progress(f"downloading {total // 1_000_000} MB", directory, total):
            ui.run(argv, cwd=directory, env=self._env(), fail="the download failed: is the network up? try again")
        return sorted(directory.glob("*.deb"))

    def _cache(self, *argv):
        got = subprocess.run(["apt-cache", *argv], env=self._env(), stdin=subprocess.DEVNULL, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return got.stdout

    def _env(self):
        return dict(os.environ, APT_CONFIG=str(self.config), LC_ALL="C")

    def _inrelease(self):
        for file in (self.home / "lists").glob(f"*_dists_{self.codename}_*Release"):
            return file.read_text(errors="replace")
        return None

    def _configure(self):
        (archive, trust), security = _archive(machine_codename())
        try:
            for name in ("lists/partial", "archives/partial", "state"):
                (self.home / name).mkdir(parents=True, exist_ok=True)
            free_or_fail(self.home, LISTS_MB)
            self.config.write_text(self._settings())
            main = [self.codename, f"{self.codename}-updates", f"{self.codename}-backports"]
            sources = [(archive, main, trust)]
            if security:
                sources.append((security[0], [f"{self.codename}-security"], security[1]))
            (self.home / "keel.sources").write_text("\n".join(self._source(*source) for source in sources))
            (self.home / "status").touch()
        except OSError as error:
            raise ui.Failure(f"cannot write to {self.home}: {error.strerror}; set KEEL_CACHE to a folder that can be "
                             "written") from error

    @staticmethod
    def _source(uri, suites, trust):
        # One paragraph a suite: apt then goes on when the mirror lacks one of them.
        options = "".join(f"{name}: {value}\n" for name, value in trust.items() if value)
        return "\n".join(f"Types: deb\nURIs: {uri}\nSuites: {suite}\nComponents: main\n{options}" for suite in suites)

    def _settings(self):
        """Everything else (proxies, credentials, trusted keys) stays as the machine has it."""
        home = self.home
        return "".join(f'{name} "{value}";\n' for name, value in [
            ("Dir::State", home / "state"), ("Dir::State::status", home / "status"),
            ("Dir::State::lists", home / "lists"),
            ("Dir::Cache", home), ("Dir::Cache::archives", home / "archives"),
            ("Dir::Cache::pkgcache", home / "packages.bin"), ("Dir::Cache::srcpkgcache", home / "sources.bin"),
            ("Dir::Etc::sourcelist", home / "keel.sources"), ("Dir::Etc::sourceparts", "/dev/null"),
            ("Dir::Etc::preferences", "/dev/null"), ("Dir::Etc::preferencesparts", "/dev/null"),
            # The lists are below the user's home, where apt's own user cannot write.
            ("APT::Sandbox::User", "root"), ("Acquire::Languages", "none"), ("Acquire::GzipIndexes", "true"),
            ("Acquire::Retries", "2")])


def releases():
    """The machine's own release, then the newer ones, then the older ones, each with fresh lists."""
    own = machine_codename()
    place = CODENAMES.index(own) if own in CODENAMES else len(CODENAMES)
    for codename in [own, *CODENAMES[place + 1:], *reversed(CODENAMES[:place])]:
        release = Release(codename)
        with ui.step(f"reading the package lists of {codename}"):
            there = release.update()
        if there:
            yield release


def free_or_fail(directory, megabytes):
    free = shutil.disk_usage(directory).free // 1_000_000
    if free < megabytes:
        raise ui.Failure(f"{ui.no_space(directory)} ({free} MB free, {megabytes} MB needed)")
