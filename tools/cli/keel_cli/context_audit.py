# SPDX-License-Identifier: GPL-2.0
"""./keel check --context-audit DIR: what may sleep in atomic context, read from the module's bitcode.

A second opinion on the checker's rule atomic-context, which reads the C++ source: this one follows calls between the files
of a module, C sources included, believes no declaration, and sees what was inlined. Of the kernel's functions it knows
what bindings/context.list and context_c.list say.
"""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from . import bitcode, build, kernels, packages, paths, safe, ui

LISTS = [paths.ROOT / "bindings" / name for name in ("context.list", "context_c.list")]
# The compiler makes calls of these from copies and comparisons; the library's trap ends the task.
HARMLESS = re.compile(r"mem(cpy|move|set|cmp|chr)$|str(len|cmp|ncmp|nlen)$|__stack_chk_fail$|_ZN4keel6detail7trap_at")
DEEPEST = 4  # sections in sections, beyond which a loop is taken to be unbalanced

UNSEEN = ("not seen: what calls through pointers run and allocations with computed flags do (the calls that cannot "
          "be followed), sections that begin with try_lock, what the kernel calls in atomic context from a table")


def audit(directory, kernel=None):
    """Builds the modules of `directory`, prints what is wrong with them, and returns the exit status."""
    kernel = kernels.resolve(kernel)
    modules = build.build(directory, kernel)
    packages.need(*packages.COMPILER)
    context = Context.read(LISTS, build.ensure_bindings(kernel))
    commands = {entry["file"]: entry for entry in safe.commands(directory.resolve(), kernel)}
    wrong = 0
    for module in modules:
        with ui.step(f"bitcode of {module.stem}"), tempfile.TemporaryDirectory(prefix="keel-audit-") as scratch:
            parts = Parts.of(module)
            extra = [c_bitcode(commands, source, context, Path(scratch) / f"{number}.bc")
                     for number, source in enumerate(parts.c)]
            result = Audit(bitcode.read([*parts.cxx, *extra]), context, f"{module.parent}/")
        for finding in result.findings:
            ui.summary(finding)
        wrong += len(result.findings)
        ui.summary(f"{module.stem}: {len(result.functions)} functions, {result.sections} atomic sections and "
                   f"{len(result.callbacks)} callbacks with {result.unclear} calls that cannot be followed, "
                   f"{len(result.findings)} that may sleep")
    ui.say(UNSEEN)
    return 1 if wrong else 0


@dataclass
class Parts:
    """What a module was merged from: bitcode of C++, and sources of C."""
    cxx: list
    c: list

    @classmethod
    def of(cls, module):
        kept = module.parent / f".{module.stem}.keel.o.cmd"
        if not kept.is_file():
            raise ui.Failure(f"{module.name} has no C++ in it: nothing to audit")
        match = re.search(r'merge\.sh \S+ "([^"]*)" \S+ "([^"]*)"', kept.read_text())
        if not match:
            raise ui.Failure(f"{kept} does not say what {module.stem} was merged from")
        cxx, objects = ([module.parent / name for name in names.split()] for names in match.groups())
        return cls(cxx, [source for source in (name.with_suffix(".c") for name in objects) if source.is_file()])


def c_bitcode(commands, source, context, out):
    entry = commands.get(str(source))
    if entry is None:
        raise ui.Failure(f"the build does not say how {source} is compiled")
    return bitcode.compiled([word for word in entry["arguments"] if word != "-c"], entry["directory"], context.kinds, out)


@dataclass
class Context:
    """What the C functions do, and the flag by which an allocation may sleep."""
    kinds: dict
    callbacks: dict  # function of C -> the number of its argument that is called in atomic context
    waits: int

    @classmethod
    def read(cls, files, bindings):
        words = [line.split("#")[0].split() for file in files for line in file.read_text().splitlines()]
        constants = (bindings / "include" / "bindings" / "alloc.hpp").read_text()
        match = re.search(r"\b__GFP_DIRECT_RECLAIM = static_cast<unsigned int>\((\d+)u\)", constants)
        return cls({word[1]: word[0] for word in words if len(word) == 2},
                   {word[1]: int(word[2]) for word in words if len(word) == 3}, int(match[1]))

    def kind(self, name):
        return "any_context" if HARMLESS.match(name) else self.kinds.get(c_name(name), "may_sleep")

    def sleeps(self, call):
        """Whether `call`, of a C function, may sleep. Flags that are no constant say nothing."""
        kind = self.kind(call.callee)
        return kind == "may_sleep" or (kind == "by_flags" and any(number & self.waits for number in call.constants))

    def is_unclear(self, call):
        return self.kind(call.callee) == "by_flags" and not call.constants

    def step(self, name):
        return {"begins": 1, "ends": -1}.get(self.kind(name), 0)


class Audit:
    """Follows every function from its start, at depth 0 or, if the kernel calls it in atomic context, 1, and finds what
    runs at a greater depth than 0."""

    def __init__(self, functions, context, home):
        """`home`: what the names of the module's own sources begin with."""
        # What the lists know is believed, also if its body is here.
        self.functions = {name: function for name, function in functions.items() if c_name(name) not in context.kinds}
        self.context, self.home = context, home
        self.next = {}     # function that may sleep -> the call by which it does
        self.effects = {}  # function -> the depths it may end at
        self.callbacks = self.find_callbacks()
        self.findings, self.sections, self.unclear = [], 0, 0
        self.find_sleepers()
        self.settle_effects()
        for function in self.functions.values():
            self.visit(function)

    def find_callbacks(self):
        """The functions that are passed to C functions which have them called in atomic context."""
        passed = {call.functions.get(self.context.callbacks.get(c_name(call.callee or "")))
                  for function in self.functions.values() for block in function.blocks.values() for call in block}
        return passed & self.functions.keys()

    def settle_effects(self):
        """What each function leaves open or closes; once more as long as one that calls another was wrong about it."""
        self.effects = dict.fromkeys(self.functions, frozenset({0}))
        for _ in range(len(self.functions)):
            found = {name: self.ends(function) for name, function in self.functions.items()}
            if found == self.effects:
                return
            self.effects = found

    def ends(self, function):
        leaving = [block for block in function.blocks if not function.successors[block]]
        starts = self.depths(function)
        found = set()
        for block in leaving:
            depths = starts.get(block, frozenset())
            for call in function.blocks[block]:
                depths = self.after(call, depths)
            found |= depths
        return frozenset(found) or frozenset({0})

    def depths(self, function, start=0):
        """{block: the depths it may begin at} of the blocks that can be reached."""
        starts, todo = {bitcode.ENTRY: frozenset({start})}, [bitcode.ENTRY]
        while todo:
            block = todo.pop()
            depths = starts[block]
            for call in function.blocks[block]:
                depths = self.after(call, depths)
            for successor in function.successors[block]:
                known = starts.get(successor)
                if known is None or not depths <= known:
                    starts[successor] = depths | (known or frozenset())
                    todo.append(successor)
        return starts

    def after(self, call, depths):
        if call.callee is None:
            return depths
        steps = self.effects.get(call.callee) or {self.context.step(call.callee)}
        return frozenset(depth + step for depth in depths for step in steps if abs(depth + step) <= DEEPEST)

    def visit(self, function):
        for block, depths in self.depths(function, start=int(function.name in self.callbacks)).items():
            for call in function.blocks[block]:
                if call.callee and self.context.step(call.callee) > 0:
                    self.sections += 1
                if any(depth > 0 for depth in depths):
                    self.judge(function, call)
                depths = self.after(call, depths)

    def judge(self, function, call):
        if call.callee is None or (call.callee not in self.functions and self.context.is_unclear(call)):
            self.unclear += 1
        elif way := self.way(call):
            names = " -> ".join(demangle([function.name, *call.way, *way]))
            what = "callback" if function.name in self.callbacks else "section"
            finding = f"{self.place(call)}: may sleep in an atomic {what}: {names}"
            if finding not in self.findings:
                self.findings.append(finding)

    def place(self, call):
        """Where the module's own code is on the way to a call, as near to the call as possible."""
        own = [place for place in call.places if place.startswith(self.home)]
        return (own or call.places or ["?"])[-1]

    def way(self, call):
        """The functions from `call` to one of C that may sleep, or nothing."""
        way = []
        while call and call.callee in self.functions:
            call, callee = self.next.get(call.callee), call.callee
            way += [callee, *(call.way if call else [])]
        return [*way, c_name(call.callee)] if call and self.context.sleeps(call) else []

    def find_sleepers(self):
        """Which functions may sleep: those that call C that does, then those that call these, and so on."""
        callers, todo = {}, []
        for function in self.functions.values():
            for call in (call for block in function.blocks.values() for call in block if call.callee):
                callers.setdefault(call.callee, []).append((function.name, call))
                if call.callee not in self.functions and self.context.sleeps(call) and function.name not in self.next:
                    self.next[function.name] = call
                    todo.append(function.name)
        while todo:
            for caller, call in callers.get(todo.pop(0), []):
                if caller not in self.next:
                    self.next[caller] = call
                    todo.append(caller)


def c_name(name):
    """As the lists spell it: without what marks shims, and what linking adds to the second static function of a name."""
    return re.sub(r"\.\d+$", "", name.removeprefix("keel_shim_"))


def demangle(names):
    done = subprocess.run(["llvm-cxxfilt-22", "-p", *names], capture_output=True, text=True)
    return done.stdout.split("\n")[:len(names)] if done.returncode == 0 else names
