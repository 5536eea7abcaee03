# SPDX-License-Identifier: GPL-2.0
"""Unpacks a kernel image once, so that no guest has to: an emulated processor takes seconds for it at every boot.

A bzImage holds a compressed ELF vmlinux; QEMU starts that directly when it has a PVH entry (as Xen's guests do). When
the image cannot be unpacked here, or has no such entry, it is booted as it is.
"""

import hashlib
import lzma
import os
import shutil
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

from . import programs

XEN_ELFNOTE_PHYS32_ENTRY = 18
PT_NOTE = 4


def bootable(image):
    """The file to boot for a kernel image: its unpacked vmlinux, kept in the cache, or the image itself."""
    image = Path(image)
    try:
        status = image.stat()
        identity = f"{image} {status.st_size} {status.st_mtime_ns}"
        kept = programs.folder().parent / "vmlinux" / hashlib.sha256(identity.encode()).hexdigest()[:24]
        if not kept.exists():
            _keep(image.read_bytes(), kept)
    except (OSError, ValueError, struct.error):
        return image
    return kept if kept.stat().st_size else image


def _keep(data, target):
    """Writes the unpacked vmlinux to `target`; an empty file when it is of no use."""
    unpacked = _unpack(_payload(data))
    if not _has_entry(unpacked):
        unpacked = b""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        try:
            file.write(unpacked)
            file.close()
            os.replace(file.name, target)
        except BaseException:
            os.unlink(file.name)
            raise


def _payload(data):
    """The compressed kernel in a bzImage (Documentation/arch/x86/boot.rst: setup_sects, payload_offset, _length)."""
    if data[0x202:0x206] != b"HdrS":
        raise ValueError("not a bzImage")
    setup = ((data[0x1f1] or 4) + 1) * 512
    offset, length = struct.unpack_from("<II", data, 0x248)
    return data[setup + offset:setup + offset + length]


def _unpack(payload):
    if payload.startswith(b"\xfd7zXZ\0"):
        return lzma.LZMADecompressor().decompress(payload)
    if payload.startswith(b"\x1f\x8b"):
        return zlib.decompressobj(31).decompress(payload)
    if payload.startswith(b"\x28\xb5\x2f\xfd") and shutil.which("zstd"):
        # The kernel's build appends the unpacked size, which is no part of the stream.
        return subprocess.run(["zstd", "-dcq"], input=payload, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return b""


def _has_entry(vmlinux):
    """Whether an ELF file has the note that names its PVH entry."""
    if not vmlinux.startswith(b"\x7fELF\x02"):
        return False
    table, = struct.unpack_from("<Q", vmlinux, 32)
    size, count = struct.unpack_from("<HH", vmlinux, 54)
    for index in range(count):
        kind, _, offset, _, _, length = struct.unpack_from("<IIQQQQ", vmlinux, table + index * size)
        if kind == PT_NOTE and _notes_have_entry(vmlinux[offset:offset + length]):
            return True
    return False


def _notes_have_entry(notes):
    at = 0
    while at + 12 <= len(notes):
        name_size, data_size, kind = struct.unpack_from("<III", notes, at)
        if kind == XEN_ELFNOTE_PHYS32_ENTRY and notes[at + 12:at + 12 + name_size] == b"Xen\0":
            return True
        at += 12 + (name_size + 3 & ~3) + (data_size + 3 & ~3)
    return False
