# SPDX-License-Identifier: GPL-2.0
"""Stock modules of a kernel: finds them, unpacks them, orders them by what they depend on."""

import lzma
import re
from pathlib import Path

_SUFFIX = re.compile(r"\.ko(\.xz|\.gz|\.zst)?$")


def canonical(name):
    """A module's name as the kernel spells it: a file name without its suffix, '-' as '_'."""
    return _SUFFIX.sub("", Path(name).name).replace("-", "_")


def modinfo(data, key):
    """A value of a module's .modinfo section, "" when it is not there."""
    match = re.search(rb"\0" + key.encode() + rb"=([^\0]*)\0", data)
    return match[1].decode() if match else ""


def dependencies(data):
    """The names of the modules that a module needs."""
    return [canonical(name) for name in modinfo(data, "depends").split(",") if name]


class Stock:
    """The modules that come with a kernel; `root` is its .../lib/modules/RELEASE, or None when there are none."""

    def __init__(self, root):
        self._root = root
        self._paths = None
        self._loaded = {}

    def closure(self, names):
        """The named modules and all that they need, as (name, content), in loading order. What is built in is left out,
        and a dependency that there is no module for (it may be the job's own)."""
        ordered, done = [], set()

        def visit(name, asked):
            if name in done:
                return
            done.add(name)
            data = self.read(name)
            if data is None:
                if asked and name not in self._built_in():
                    raise LookupError(f"this kernel has no module {name}")
                return
            for needed in dependencies(data):
                visit(needed, False)
            ordered.append((name, data))

        for name in names:
            visit(canonical(name), True)
        return ordered

    def _built_in(self):
        try:
            lines = (Path(self._root or "") / "modules.builtin").read_text().split()
        except OSError:
            return set()
        return {canonical(line) for line in lines}

    def has(self, name):
        return canonical(name) in self._index()

    def read(self, name):
        """A module's content, unpacked; None when there is no such module."""
        path = self._index().get(name)
        if path is None:
            return None
        if name not in self._loaded:
            data = path.read_bytes()
            if path.suffix == ".xz":
                data = lzma.decompress(data)
            elif path.suffix != ".ko":
                raise LookupError(f"cannot unpack {path.name}: only .ko and .ko.xz are supported")
            self._loaded[name] = data
        return self._loaded[name]

    def _index(self):
        if self._paths is None:
            found = Path(self._root).rglob("*.ko*") if self._root and Path(self._root).is_dir() else []
            self._paths = {canonical(p.name): p for p in found if _SUFFIX.search(p.name)}
        return self._paths
