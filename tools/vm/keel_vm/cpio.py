# SPDX-License-Identifier: GPL-2.0
"""Writes the archive format that the kernel takes as an initramfs: cpio "newc".
C documentation: Documentation/driver-api/early-userspace/buffer-format.rst
"""

import stat


class Archive:
    """Files in memory, in the order they are added; bytes() is the archive."""

    def __init__(self):
        self._parts = []
        self._seen = set()
        self._inode = 0

    def directory(self, path):
        """A folder and the folders above it, each once."""
        path = path.strip("/")
        if path and path not in self._seen:
            self.directory(path.rpartition("/")[0])
            self._entry(path, stat.S_IFDIR | 0o755)

    def file(self, path, data, mode=0o644):
        """A file of the given content, and the folders above it. A second one of the same path is a mistake."""
        path = path.strip("/")
        if path in self._seen:
            raise ValueError(f"{path} is in the archive already")
        self.directory(path.rpartition("/")[0])
        self._entry(path, stat.S_IFREG | mode, data)

    def device(self, path, major, minor):
        """A character device node."""
        self.directory(path.strip("/").rpartition("/")[0])
        self._entry(path.strip("/"), stat.S_IFCHR | 0o600, rdev=(major, minor))

    def bytes(self):
        """The whole archive."""
        self._entry("TRAILER!!!", 0)
        return b"".join(self._parts)

    def _entry(self, path, mode, data=b"", rdev=(0, 0)):
        self._seen.add(path)
        self._inode += 1
        name = path.encode() + b"\0"
        fields = (self._inode, mode, 0, 0, 1, 0, len(data), 0, 0, rdev[0], rdev[1], len(name), 0)
        self._parts.append(_padded(b"070701" + "".join(f"{f:08x}" for f in fields).encode() + name))
        self._parts.append(_padded(data))


def _padded(data):
    return data + b"\0" * (-len(data) % 4)
