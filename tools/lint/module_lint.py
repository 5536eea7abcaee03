#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""module_lint.py OBJECT...: what links but cannot work in the kernel, in a module's object or .ko.

The kernel's loader runs no constructors, has no thread-local storage and no unwinder, and takes a weak symbol that
nobody defines for a null pointer; none of this is an error to the linker or to modpost. For each find one line: what,
why, what to do. Objects with finds are deleted, so that nothing takes them for built. Exit status: 0 clean, 1 finds, 2 not
readable.

Runs in every build: reads the ELF tables it needs itself, and starts no program unless it has something to report.
"""

import os
import re
import struct
import sys

SECTIONS = [
    (r"\.(init_array|ctors|preinit_array)", "a constructor that runs at load time",
     "the kernel never runs it",
     "give the static object a constant initialiser (constinit), or make it a member of the module"),
    (r"\.(fini_array|dtors)", "a destructor that runs at unload time",
     "the kernel never runs it", "make the static object a member of the module"),
    (r"\.(tdata|tbss)", "a thread_local variable",
     "the kernel has no thread-local storage, and refuses the module",
     "use a per-CPU variable, or a member of what the thread works on"),
    (r"\.(eh_frame|gcc_except_table)", "tables for unwinding exceptions",
     "the kernel has no unwinder for them", "build without -fexceptions and -fasynchronous-unwind-tables"),
]

UNDEFINED = [
    (r"__cxa_guard_\w+", "a static variable inside a function has a run-time initialiser",
     "the lock that makes it initialise once does not exist in the kernel",
     "give it a constant initialiser (constinit), or make it a member of the module"),
    (r"__cxa_(thread_)?atexit|atexit|__dso_handle", "a static object has a destructor",
     "nothing in the kernel runs it when the module goes", "make the object a member of the module"),
    (r"__cxa_pure_virtual", "a class has a pure virtual function",
     "the handler for calling it does not exist in the kernel", "give the function a body, or use a template instead"),
    (r"_Zn[wa]\w+", "plain new", "allocation in the kernel takes flags and can fail", "use Box<T> or Vec<T>"),
    (r"_Zd[la]Pv\w*", "operator delete, which delete and every virtual destructor refer to",
     "it does not exist in the kernel", "use Box<T>, and no virtual destructor"),
    (r"__tls_get_addr|__emutls_\w+", "a thread_local variable",
     "the kernel has no thread-local storage", "use a per-CPU variable, or a member of what the thread works on"),
    (r"_Unwind_\w+|__gxx_personality_v0|__cxa_\w+|_ZSt9terminatev", "exception handling or other C++ runtime support",
     "the kernel has none", "return a Result instead of throwing"),
    (r"__u?(div|mod|divmod|mul|mulo)[dt]i[345]", "128-bit multiplication or division",
     "the kernel has no function for it", "use 64-bit arithmetic, or mul_u64_u64_div_u64"),
    (r"__(float|fix|add|sub|mul|div|ext|trunc|eq|ne|lt|le|gt|ge)\w*[sdx]f\w*", "floating point arithmetic",
     "kernel code must not use the floating point unit", "use integers"),
    (r"keel_shim_\w+", "a call to a kernel function by way of a shim",
     "the bindings of this kernel have no such shim",
     "include the header of include/keel that declares it, and do not name bindings yourself"),
    (r"_Z\w+|_ZN.*", "a C++ function or variable that is declared but defined nowhere",
     "no C++ symbol comes from the kernel", "define it in a source of this module, or list that source in NAME-y"),
]

SHT_SYMTAB, SHT_RELA, SHT_GROUP = 2, 4, 17
STB_WEAK, STT_FUNC = 2, 2


class Unreadable(Exception):
    pass


class Symbol:
    def __init__(self, name, info, section, value, size):
        self.name, self.section, self.value, self.size = name, section, value, size
        self.weak = info >> 4 == STB_WEAK
        self.function = info & 15 == STT_FUNC


class Object:
    """The sections, symbols and relocations of a 64-bit little-endian relocatable ELF file."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        if self.data[:6] != b"\x7fELF\x02\x01":
            raise Unreadable("it is not a 64-bit little-endian ELF file")
        table, = struct.unpack_from("<Q", self.data, 40)
        size, count, names = struct.unpack_from("<HHH", self.data, 58)
        self.headers = [struct.unpack_from("<IIQQQQIIQQ", self.data, table + i * size) for i in range(count)]
        self.section_names = [self.string(names, header[0]) for header in self.headers]
        self.symbols = self.read_symbols()

    def string(self, section, offset):
        start = self.headers[section][4] + offset
        return self.data[start:self.data.index(b"\0", start)].decode(errors="replace")

    def contents(self, section):
        _, _, _, _, offset, size, *_ = self.headers[section]
        return self.data[offset:offset + size]

    def read_symbols(self):
        for index, header in enumerate(self.headers):
            if header[1] == SHT_SYMTAB:
                entries = struct.iter_unpack("<IBBHQQ", self.contents(index))
                return [Symbol(self.string(header[6], name), info, section, value, size)
                        for name, info, _, section, value, size in entries]
        return []

    def relocations(self):
        """(section, offset, symbol, addend) of everything that refers to a symbol."""
        for index, header in enumerate(self.headers):
            if header[1] == SHT_RELA and not self.section_names[header[7]].startswith(".debug"):
                for offset, info, addend in struct.iter_unpack("<QQq", self.contents(index)):
                    yield header[7], offset, self.symbols[info >> 32], addend

    def function_at(self, section, offset):
        for symbol in self.symbols:
            if symbol.section == section and symbol.function and symbol.value <= offset < symbol.value + symbol.size:
                return symbol.name
        return ""

    def users_of(self, wanted):
        """The functions that refer to a symbol."""
        users = (self.function_at(section, offset)
                 for section, offset, symbol, _ in self.relocations() if symbol is wanted)
        return sorted(set(filter(None, users)))

    def things_in(self, section):
        """What a section is about: the symbols it defines, or the functions that its entries point to."""
        things = {symbol.name for symbol in self.symbols if symbol.section == section and symbol.name}
        for where, _, symbol, addend in self.relocations():
            if where == section:
                things.add(symbol.name or self.function_at(symbol.section, symbol.value + addend))
        return sorted(filter(None, things))


def findings(elf):
    """(what, its symbols, why, what to do) of everything that cannot work."""
    for index, name in enumerate(elf.section_names):
        if elf.headers[index][1] == SHT_GROUP:
            yield ("a COMDAT group", [], "ftrace and objtool see copies that the linker dropped",
                   "build with kbuild/module.mk")
            break
    for index, name in enumerate(elf.section_names):
        for pattern, what, why, cure in SECTIONS:
            if re.match(pattern + r"(\.|$)", name) and elf.headers[index][5]:
                yield f"{what} (section {name})", elf.things_in(index), why, cure
    for symbol in elf.symbols:
        if symbol.section or not symbol.name:
            continue
        for pattern, what, why, cure in UNDEFINED:
            if re.fullmatch(pattern, symbol.name):
                yield f"{what}: {symbol.name} is undefined", elf.users_of(symbol), why, cure
                break
        else:
            if symbol.weak:
                yield (f"{symbol.name} is undefined and weak", elf.users_of(symbol),
                       "the kernel takes it for a null pointer and loads the module all the same",
                       "declare it without [[gnu::weak]], so that a missing symbol is an error")


def demangled(lines):
    """The same lines with C++ names as in the source."""
    import subprocess  # only needed to report, and slow to load
    text = "\n".join(lines)
    tool = os.environ.get("KEEL_CXXFILT", "llvm-cxxfilt-22")
    try:
        return subprocess.run([tool], input=text, capture_output=True, text=True, check=True).stdout.rstrip("\n")
    except (OSError, subprocess.CalledProcessError):
        return text


def lint(path):
    """The complaints about one object."""
    lines = []
    for what, names, why, cure in findings(Object(path)):
        where = f" (in {', '.join(names[:3])}{', ...' if len(names) > 3 else ''})" if names else ""
        lines.append(f"{os.path.basename(path)}: error: {what}{where}: {why}; {cure}")
    return lines


def main(paths):
    status = 0
    for path in paths:
        try:
            lines = lint(path)
        except (OSError, Unreadable, struct.error, IndexError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            print(f"{path}: error: cannot be checked: {why}; build it again", file=sys.stderr)
            return 2
        if lines:
            print(demangled(lines), file=sys.stderr)
            os.unlink(path)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
