# SPDX-License-Identifier: GPL-2.0
"""./keel check --watch DIR: the safe profile of a folder again and again, whenever something it is read from changes.

For editors that show a compiler's messages: clangd does not run plugins (docs/start.md).
"""

import os
import time
from pathlib import Path

from . import kernels, paths, safe, ui

PERIOD = 0.3  # seconds between two looks at the files' times
HEADERS = (".hpp", ".h")
SOURCES = (".cpp", *HEADERS)
MAKEFILES = ("Makefile", "Kbuild")
LIBRARY = [paths.ROOT / name for name in ("include", "src", "shims", "bindings", "kbuild")]


def watch(directory, kernel=None):
    """Checks at once, and then on changes, until interrupted."""
    if not directory.is_dir():
        raise ui.Failure(f"{directory} is not a folder")
    watcher = Watcher(directory.resolve(), kernels.resolve(kernel))
    try:
        watcher.start()
        while True:
            time.sleep(PERIOD)
            watcher.look()
    except KeyboardInterrupt:
        ui.say("check: no longer watching")
    return 0


class Watcher:
    def __init__(self, directory, kernel):
        self.directory, self.kernel = directory, kernel
        self.own, self.library = {}, {}
        self.sources, self.found = [], {}

    def start(self):
        self.modules()
        self.look()

    def modules(self):
        found = safe.modules({Path(folder) for folder, _, _ in os.walk(self.directory)})
        if not found:
            raise ui.Failure(f"no Makefile in {self.directory} includes kbuild/module.mk: there is nothing to watch")
        return found

    def look(self):
        """Checks what may be different because of the files that changed since the last look."""
        own, library = times([self.directory], SOURCES, MAKEFILES), times(LIBRARY, (*SOURCES, ".c", ".list", ".mk"))
        changed, anew = difference(self.own, own), difference(self.library, library)
        self.own, self.library = own, library
        if not changed and not anew:
            return
        try:
            stale = self.stale(changed, anew)
            self.found |= safe.check(stale)
            self.say(stale)
        except ui.Failure as failure:
            # Half-written files are usual: say what is wrong, and go on watching.
            ui.say(failure.detail.rstrip("\n"))
            ui.say(f"keel: error: {failure}")

    def stale(self, changed, anew):
        """The sources to check again: those that changed, or all if it was something else."""
        by_path = {str(source.path): source for source in self.sources}
        if not anew and changed <= by_path.keys() and all(map(os.path.exists, changed)):
            return [by_path[path] for path in sorted(changed)]
        # Headers of the folder leave the modules' lists and commands as they are.
        if anew or not self.sources or not all(path in by_path or path.endswith(HEADERS) for path in changed):
            self.sources = safe.sources(self.modules(), self.kernel)
        self.found = {}
        return self.sources

    def say(self, checked):
        for source in checked:
            for problem in self.found[source]:
                ui.summary(str(problem))
        errors = sum(len(problems) for problems in self.found.values())
        ui.summary(f"check: {self.directory.name}: " + (f"{errors} errors" if errors else "clean"))


def times(folders, endings, names=()):
    """{file: when it last changed} of the files below `folders` that matter."""
    found = {}
    for top in folders:
        for folder, _, files in os.walk(top):
            for name in files:
                if (name.endswith(endings) and not name.startswith(".")) or name in names:
                    path = os.path.join(folder, name)
                    try:
                        found[path] = os.stat(path).st_mtime_ns
                    except FileNotFoundError:
                        continue
    return found


def difference(before, now):
    return {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
