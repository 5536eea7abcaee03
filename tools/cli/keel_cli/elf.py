# SPDX-License-Identifier: GPL-2.0
"""Reads what we need of object files: sizes of sections, names of undefined symbols."""

import struct
from pathlib import Path

SHT_SYMTAB, SHT_NOBITS, SHF_WRITE, SHF_ALLOC = 2, 8, 1, 2
STT_FUNC = 2


class Object:
    """A relocatable x86-64 ELF file."""

    def __init__(self, path):
        self._data = Path(path).read_bytes()
        if self._data[:5] != b"\x7fELF\x02":
            raise ValueError(f"{path} is not a 64-bit ELF file")
        table, = struct.unpack_from("<Q", self._data, 40)
        size, count, names = struct.unpack_from("<HHH", self._data, 58)
        self._sections = [struct.unpack_from("<IIQQQQIIQQ", self._data, table + i * size) for i in range(count)]
        self._names = self._sections[names][4]

    def sizes(self):
        """{section name: bytes}, of the sections that are loaded."""
        found = {}
        for section in self._sections:
            if section[2] & SHF_ALLOC and section[5]:
                name = self._string(self._names + section[0])
                found[name] = found.get(name, 0) + section[5]
        return found

    def text_and_data(self):
        """What size(1) adds up to: (bytes of loaded sections that are not written to, bytes of those that are)."""
        loaded = [s for s in self._sections if s[2] & SHF_ALLOC and s[1] != SHT_NOBITS]
        return (sum(s[5] for s in loaded if not s[2] & SHF_WRITE), sum(s[5] for s in loaded if s[2] & SHF_WRITE))

    def undefined(self):
        """The names of the symbols that are to come from elsewhere, sorted."""
        return sorted({name for name, _, section in self._symbols() if section == 0 and name})

    def functions(self):
        """The names of the functions that are here, sorted."""
        return sorted({name for name, kind, section in self._symbols() if kind == STT_FUNC and section})

    def place(self, function):
        """(section name, offset in it) of a function, or None when there is none of that name, or more."""
        found = [(section, value) for name, kind, section, value in self._symbol_values() if name == function and
                 kind == STT_FUNC and 0 < section < len(self._sections)]
        if len(found) != 1:
            return None
        section, value = found[0]
        return self._string(self._names + self._sections[section][0]), value

    def _symbols(self):
        """(name, type, section index) of each symbol."""
        return ((name, kind, section) for name, kind, section, _ in self._symbol_values())

    def _symbol_values(self):
        """(name, type, section index, value) of each symbol."""
        for section in self._sections:
            if section[1] == SHT_SYMTAB:
                strings = self._sections[section[6]][4]
                for at in range(section[4] + 24, section[4] + section[5], 24):
                    name, info, _, index, value = struct.unpack_from("<IBBHQ", self._data, at)
                    yield self._string(strings + name), info & 15, index, value

    def _string(self, at):
        return self._data[at:self._data.index(b"\0", at)].decode()


def kinds(path):
    """Bytes of a module by kind: text (stays), init (freed after loading), exit, rodata (constants), data."""
    totals = dict.fromkeys(("text", "init", "exit", "rodata", "data"), 0)
    for name, size in Object(path).sizes().items():
        if name.startswith(".init"):
            totals["init"] += size
        elif name.startswith(".exit"):
            totals["exit"] += size
        elif name.startswith(".text") or name.startswith(".noinstr"):
            totals["text"] += size
        elif name.startswith(".rodata"):
            totals["rodata"] += size
        elif name in (".data", ".bss", ".data..read_mostly", ".data..ro_after_init"):
            totals["data"] += size
    return totals
