# SPDX-License-Identifier: GPL-2.0
"""./keel check --context-audit DIR: what may sleep in atomic sections, read from the module's bitcode.

A second opinion on the checker's rule atomic-context, which reads the source: this one follows calls between the files
of a module, believes no declaration, and sees what was inlined. It knows the same C functions (bindings/context.list).
"""

import re
import subprocess
from dataclasses import dataclass

from . import bitcode, build, kernels, packages, paths, ui

LIST = paths.ROOT / "bindings" / "context.list"
# The compiler makes calls of these from copies and comparisons; the library's trap ends the task.
HARMLESS = re.compile(r"mem(cpy|move|set|cmp|chr)$|str(len|cmp|ncmp|nlen)$|__stack_chk_fail$|_ZN4keel6detail7trap_at")
DEEPEST = 4  # sections in sections, beyond which a loop is taken to be unbalanced

UNSEEN = ("not seen: what calls through pointers run and allocations with computed flags do (the calls that cannot "
          "be followed), sections that begin with try_lock, C sources of the module, functions that the kernel itself "
          "calls in atomic context")


def audit(directory, kernel=None):
    """Builds the modules of `directory`, prints what is wrong with them, and returns the exit status."""
    kernel = kernels.resolve(kernel)
    modules = build.build(directory, kernel)
    packages.need(*packages.COMPILER)
    context = Context.read(LIST, build.ensure_bindings(kernel))
    wrong = 0
    for module in modules:
        with ui.step(f"bitcode of {module.stem}"):
            result = Audit(bitcode.read(sources(module)), context)
        for finding in result.findings:
            ui.say(finding)
        wrong += len(result.findings)
        ui.summary(f"{module.stem}: {len(result.functions)} functions, {result.sections} atomic sections with "
                   f"{result.unclear} calls that cannot be followed, {len(result.findings)} that may sleep")
    ui.say(UNSEEN)
    return 1 if wrong else 0


def sources(module):
    """The bitcode files of the module's translation units, as its merge was given them."""
    command = module.parent / f".{module.stem}.keel.o.cmd"
    if not command.is_file():
        raise ui.Failure(f"{module.name} has no C++ in it: nothing to audit")
    match = re.search(r'merge\.sh \S+ "([^"]*)"', command.read_text())
    if not match:
        raise ui.Failure(f"{command} does not say what {module.stem} was merged from")
    return match[1].split()


@dataclass
class Context:
    """What the C functions do, and the flag by which an allocation may sleep."""
    kinds: dict
    waits: int

    @classmethod
    def read(cls, file, bindings):
        words = [line.split("#")[0].split() for line in file.read_text().splitlines()]
        constants = (bindings / "include" / "bindings" / "alloc.hpp").read_text()
        match = re.search(r"\b__GFP_DIRECT_RECLAIM = static_cast<unsigned int>\((\d+)u\)", constants)
        return cls({word[1]: word[0] for word in words if len(word) == 2}, int(match[1]))

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
    """Follows every function from its start, at depth 0, and finds what runs at a greater depth."""

    def __init__(self, functions, context):
        self.functions, self.context = functions, context
        self.next = {}     # function that may sleep -> the function by which it does
        self.effects = {}  # function -> the depths it may end at
        self.findings, self.sections, self.unclear = [], 0, 0
        self.find_sleepers()
        self.settle_effects()
        for function in functions.values():
            self.visit(function)

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

    def depths(self, function):
        """{block: the depths it may begin at} of the blocks that can be reached."""
        starts, todo = {bitcode.ENTRY: frozenset({0})}, [bitcode.ENTRY]
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
        for block, depths in self.depths(function).items():
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
            names = " -> ".join(demangle([function.name, *way]))
            finding = f"{call.where or demangle([function.name])[0]}: may sleep in an atomic section: {names}"
            if finding not in self.findings:
                self.findings.append(finding)

    def way(self, call):
        """The functions from `call` to one of C that may sleep, or nothing."""
        if call.callee not in self.functions:
            return [c_name(call.callee)] if self.context.sleeps(call) else []
        way, name = [], call.callee
        while name in self.next and name not in way:
            way.append(name)
            name = self.next[name]
        return [*way, c_name(name)] if way else []

    def find_sleepers(self):
        """Which functions may sleep: those that call C that does, then those that call these, and so on."""
        callers, todo = {}, []
        for function in self.functions.values():
            for call in (call for block in function.blocks.values() for call in block if call.callee):
                callers.setdefault(call.callee, []).append(function.name)
                if call.callee not in self.functions and self.context.sleeps(call) and function.name not in self.next:
                    self.next[function.name] = call.callee
                    todo.append(function.name)
        while todo:
            name = todo.pop(0)
            for caller in callers.get(name, []):
                if caller not in self.next:
                    self.next[caller] = name
                    todo.append(caller)


def c_name(name):
    return name.removeprefix("keel_shim_")


def demangle(names):
    done = subprocess.run(["llvm-cxxfilt-22", "-p", *names], capture_output=True, text=True)
    return done.stdout.split("\n")[:len(names)] if done.returncode == 0 else names
