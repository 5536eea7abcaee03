# SPDX-License-Identifier: GPL-2.0
"""Reads a module's bitcode: its functions, their blocks, and what these call."""

import os
import re
import subprocess
from dataclasses import dataclass, field

from . import ui

NAME = r'(?:"[^"]+"|[\w.$-]+)'
DEFINE = re.compile(rf"^define .*?@({NAME})\(")
LABEL = re.compile(rf"^({NAME}):")
TARGET = re.compile(rf"label %({NAME})")
CALL = re.compile(rf"(?:^|[\s=])(?:call|invoke|callbr)\s(?P<rest>.*)")
CALLEE = re.compile(rf"@({NAME})\(")
NODE = re.compile(r"^!(\d+) = (?:distinct )?!(DI\w+)\((.*)\)$")
ENTRY = "entry"
FIELD = re.compile(r"(\w+): (\"[^\"]*\"|!?[\w-]+)")


@dataclass
class Call:
    """A call: `callee` is None through a pointer; `constants` are the integers among its arguments, `functions` the names
    by their number, from 1. `way` leads to it through the functions that were inlined, outermost first; `places`, one more,
    are where in the sources these and the call are called."""
    callee: str | None
    constants: list
    functions: dict
    places: list
    way: list


@dataclass
class Function:
    name: str
    blocks: dict = field(default_factory=dict)      # name of a block -> [Call]
    successors: dict = field(default_factory=dict)  # name of a block -> names

    def open(self, block):
        self.blocks.setdefault(block, [])
        self.successors.setdefault(block, set())


def compiled(command, where, kept, out):
    """Makes the bitcode `out` of a C source by `command`, in which the functions `kept` stay what they are: functions."""
    tool([*command, "-w", "-g", "-Xclang", "-disable-llvm-passes", "-emit-llvm", "-c", "-o", out], None, where)
    attributes = [f"-force-{what}" for name in kept
                  for what in (f"remove-attribute={name}:alwaysinline", f"attribute={name}:noinline")]
    tool(["opt-22", "-passes=forceattrs", *attributes, out, "-o", out], None)
    return out


def read(files):
    """{name: Function} of the module that `files`, its translation units, make. Optimised, so that small functions are
    in their callers, and tests that always come out the same are gone."""
    merged = tool(["llvm-link-22", *files, "-o", "-"], None)
    passes = ["-passes=internalize,globaldce,default<O2>", "-internalize-public-api-list=init_module,cleanup_module"]
    return parse(tool(["opt-22", *passes, "-S", "-o", "-"], merged).decode(errors="replace"))


def tool(command, given, where=None):
    done = subprocess.run([str(word) for word in command], cwd=where, input=given, capture_output=True)
    if done.returncode:
        raise ui.Failure(f"{command[0]} cannot read the module's bitcode", done.stderr.decode(errors="replace"))
    return done.stdout


def parse(text):
    lines = text.splitlines()
    places = Places(lines)
    functions, function, block = {}, None, ENTRY
    for line in lines:
        if function is None:
            if match := DEFINE.match(line):
                function, block = Function(bare(match[1])), ENTRY
                function.open(block)
        elif line == "}":
            functions[function.name] = function
            function = None
        elif match := LABEL.match(line):
            # What leads from the unnamed first block, if there is one, is behind us.
            named, block = function.blocks[ENTRY] or function.successors[ENTRY], bare(match[1])
            function.open(block)
            if not named and len(function.blocks) == 2:
                function.successors[ENTRY].add(block)
        else:
            function.successors[block].update(bare(name) for name in TARGET.findall(line))
            if call := read_call(line, places):
                function.blocks[block].append(call)
    return functions


def read_call(line, places):
    match = CALL.search(line)
    if not match:
        return None
    rest = match["rest"]
    callee = CALLEE.search(rest)
    name = bare(callee[1]) if callee else None
    if " asm " in f" {rest.split('(')[0]} " or (name or "").startswith("llvm."):
        return None
    arguments = rest[callee.end():] if callee else ""
    constants = [int(number) for number in re.findall(r"\bi32 (?:\w+ )*(-?\d+)", arguments)]
    functions = {number: bare(match[1]) for number, argument in enumerate(split(arguments), 1)
                 if (match := re.search(rf"@({NAME})$", argument.strip()))}
    return Call(name, constants, functions, *places.of(line))


def split(arguments):
    """The arguments of a call, from after its opening parenthesis."""
    depth, parts = 0, [""]
    for character in arguments:
        depth += (character in "([{") - (character in ")]}")
        if depth < 0:
            break
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def bare(name):
    return name.strip('"')


class Places:
    """Where in the sources instructions come from."""

    def __init__(self, lines):
        self.nodes = {}
        for line in lines:
            if match := NODE.match(line):
                self.nodes[match[1]] = (match[2], dict(FIELD.findall(match[3])))

    def of(self, line):
        """(places, names of functions) of an instruction, as a Call has them."""
        match = re.search(r"!dbg !(\d+)", line)
        kind, place = self.nodes.get(match[1], ("", {})) if match else ("", {})
        if kind != "DILocation":
            return [], []
        places, way = [self.text(place)], []
        while place.get("inlinedAt", "").startswith("!"):
            way.insert(0, self.function(place))
            place = self.nodes[place["inlinedAt"][1:]][1]
            places.insert(0, self.text(place))
        return places, way

    def text(self, place):
        scope = self.nodes.get(place["scope"][1:], ("", {}))[1]
        file = self.nodes.get(scope.get("file", "!")[1:], ("", {}))[1]
        return f"{os.path.join(bare(file.get('directory', '')), bare(file.get('filename', '?')))}:{place['line']}"

    def function(self, place):
        """The name of the function that a place is in."""
        kind, node = self.nodes.get(place["scope"][1:], ("", {}))
        while kind != "DISubprogram" and "scope" in node:
            kind, node = self.nodes.get(node["scope"][1:], ("", {}))
        return bare(node.get("linkageName") or node.get("name", "?"))
