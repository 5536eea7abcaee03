# SPDX-License-Identifier: GPL-2.0
"""The host tier: each tests/host/**/*.cpp is a program in user space, linked with the fake kernel, built and run twice:
under the sanitizers of addresses and undefined behaviour, and under that of threads. It sees the bindings of the default
kernel. In a test's comments:

    // sources: src/*.cpp ...                    more files to compile with it
    // suites: tests/vm/*/*.cpp                  more files, several to a compile, each in a namespace of its own
    // sanitizers: address                       only one of the builds: address or thread
    // dies as it lists                          run without arguments it prints lines `dies CASE: TEXT`; run with a CASE it
                                              must be ended by the fake kernel, a trap or a sanitizer, which says TEXT
    // fuzz: 2000 inputs                         a target of libFuzzer, and how many inputs are a test
"""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from . import bindings, outcome, packages, parallel, paths, ui

SANITIZERS = ("libclang-rt-22-dev",)
FOLDER = paths.ROOT / "tests" / "host"
LIBRARY_FLAGS = ["-ffreestanding", "-fno-exceptions", "-fno-rtti", "-D__KERNEL__", "-DMODULE",
                 '-DKBUILD_MODNAME="host"',
                 '-DKBUILD_BASENAME="host"', "-DKEEL_HOST=1"]
# The fake stands on the C library, and so is not freestanding.
FAKE_FLAGS = ["-fno-exceptions", "-fno-rtti"]
COMMON_FLAGS = ["-std=gnu++23", "-gline-tables-only", "-O1", "-Wall", "-Wextra", "-Werror", "-fno-omit-frame-pointer"]
BUILDS = {"address": ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"], "thread": ["-fsanitize=thread"],
          # Of what is compared libFuzzer learns nothing here: an input is a row of operations.
          "fuzz": ["-fsanitize=fuzzer,address,undefined", "-fno-sanitize-recover=all", "-fno-sanitize-coverage=trace-cmp"]}
# The same inputs each time, long from the start; one that takes ten seconds hangs.
FUZZER_FLAGS = ["-seed=1", "-max_len=600", "-len_control=0", "-timeout=10", "-print_funcs=0"]
ENVIRONMENT = {"ASAN_OPTIONS": "detect_leaks=1:abort_on_error=0:detect_stack_use_after_return=1",
               "UBSAN_OPTIONS": "print_stacktrace=1", "TSAN_OPTIONS": "halt_on_error=1"}
# Half of the usual one's time for a sanitizer's library, where binutils still have it.
LINKER = ["-fuse-ld=gold"] if shutil.which("ld.gold") else []
TIMEOUT = 120  # seconds, for each program
TOGETHER = 12  # suites to a compile
INCLUDE = re.compile("^#include <.*>$", re.M)


def run(context):
    tests = [path for path in sorted(FOLDER.rglob("*.cpp")) if is_test(path) and context.wants(path)]
    if not tests:
        return
    includes = needed(context.kernel)
    with tempfile.TemporaryDirectory(prefix="keel-host-") as directory, parallel.workers() as pool:
        builds = every_build(includes, Path(directory))
        jobs = [(build, path) for build in builds for path in tests if build.name in sanitizers(path)]
        with ui.step(f"compiling and running {len(jobs)} host tests"):
            objects = compiled(jobs, pool)
            for outcomes in pool.map(lambda job: run_one(*job, objects), jobs):
                yield from outcomes


def fuzzer(path, kernel, directory):
    """The program of a target of libFuzzer, made in `directory`."""
    with parallel.workers() as pool:
        build = next(build for build in every_build(needed(kernel), directory) if build.name == "fuzz")
        return build.link(path.stem, objects_of(build, path, compiled([(build, path)], pool)))


def needed(kernel):
    """Sees to it that the compiler and the bindings are there; where to look for headers."""
    packages.need(*packages.COMPILER, *SANITIZERS)
    return [f"-I{paths.ROOT / 'include'}", f"-I{bindings.ensure(kernel.kdir) / 'include'}", f"-I{FOLDER}"]


def is_test(path):
    return path.parent != FOLDER / "fake"


def fakes():
    return sorted((FOLDER / "fake").glob("*.cpp"))


def compiled(jobs, pool):
    """What Build.compile made of each source that the jobs need, by (build, source). Each is compiled once."""
    sources = [(build, source, FAKE_FLAGS) for build in dict.fromkeys(build.fake for build, _ in jobs) for source in fakes()]
    own = dict.fromkeys((build, source) for build, path in jobs for source in own_sources(build, path))
    sources += [(*key, LIBRARY_FLAGS) for key in own]
    return dict(zip([job[:2] for job in sources], pool.map(lambda job: job[0].compile(*job[1:]), sources)))


def objects_of(build, path, objects):
    own = [objects[build, source] for source in own_sources(build, path)]
    return [*own, *(objects[build.fake, source] for source in fakes())]


def own_sources(build, path):
    """What a test is compiled from, besides the fake kernel."""
    suites = named(path, "suites")
    together = [suites[i:i + TOGETHER] for i in range(0, len(suites), TOGETHER)]
    units = [unit(files, build.scratch / f"{path.stem}-{i}.cpp") for i, files in enumerate(together)]
    return [path, *named(path, "sources"), *units]


def unit(files, made):
    """One source that is these: their headers, and then each in a namespace, for they have names of their own in common."""
    headers = dict.fromkeys(line for file in files for line in INCLUDE.findall(file.read_text()))
    bodies = [f'namespace unit_{i} {{\n#include "{file}"\n}}' for i, file in enumerate(files)]
    made.write_text("\n".join([*headers, *bodies, ""]))
    return made


def every_build(includes, scratch):
    address = Build("address", includes, scratch)
    # libFuzzer looks for its way through the library, not through the fake.
    return [address, Build("thread", includes, scratch), Build("fuzz", includes, scratch, address)]


class Build:
    """One way to compile: with some of the sanitizers. Tests are linked with the fake kernel of the build `fake`."""

    def __init__(self, name, includes, scratch, fake=None):
        self.name, self.scratch, self.fake = name, scratch / name, fake or self
        self._command = ["clang++-22", *COMMON_FLAGS, *BUILDS[name]]
        self._includes = includes
        self.scratch.mkdir()

    def compile(self, source, flags):
        """The object file of a source, or the Failure with the compiler's words."""
        target = self.scratch / (os.path.relpath(source, paths.ROOT).replace("/", "-") + ".o")
        try:
            ui.run([*self._command, *flags, *self._includes, "-c", source, "-o", target], quiet=True,
                   fail=f"{os.path.relpath(source, paths.ROOT)} does not compile")
        except ui.Failure as failure:
            return failure
        return target

    def link(self, name, objects):
        for part in objects:
            if isinstance(part, ui.Failure):
                raise part
        program = self.scratch / (name.replace("/", "-") + ".test")
        ui.run([*self._command, *LINKER, "-o", program, *objects], quiet=True, fail=f"{name} does not link")
        return program


def run_one(build, path, objects):
    """The outcomes of one test program."""
    name = os.path.relpath(path, paths.ROOT)
    label = f"{name} (threads)" if build.name == "thread" else name
    try:
        program = build.link(name, objects_of(build, path, objects))
    except ui.Failure as failure:
        return [outcome.failed(f"{label}: builds", f"{failure.detail[-4000:]}\n{failure}")]
    try:
        if build.name == "fuzz":
            return [fuzzed(name, program, comment(path, "fuzz"))]
        if comment(path, "dies as it lists"):
            deaths = re.findall(r"^dies (\w+): *(\S.*)$", execute([program]).stdout, re.M)
            found = [death(f"{label}: {case}", execute([program, case]), text) for case, text in deaths]
            return found or [outcome.failed(label, "it lists no case that must end it")]
        return reported(label, execute([program]))
    except subprocess.TimeoutExpired:
        return [outcome.failed(label, f"it did not end in {TIMEOUT} s")]


def execute(command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=TIMEOUT,
                          env=dict(os.environ, **ENVIRONMENT), stdin=subprocess.DEVNULL)


def reported(label, done):
    """What a program reports as KTAP."""
    from keel_vm import ktap
    cases, problems = ktap.parse(done.stdout.splitlines())
    outcomes = [outcome.Outcome(f"{label}: {case.name}", case.verdict, "\n".join(case.notes)) for case in cases]
    problems += bail_out(done)
    if done.returncode and not any(case.verdict == "failed" for case in cases):
        problems.append(f"exit status {done.returncode}")
    if not cases:
        problems.append("no test was reported")
    if problems:
        outcomes.append(outcome.failed(label, "\n".join([*problems, done.stderr[-6000:]])))
    return outcomes


def death(name, done, text):
    """Whether the fake kernel or a sanitizer ended the program, for the reason `text`."""
    said = "\n".join([*bail_out(done), *re.findall("^.*Sanitizer: .*$", done.stderr, re.M)])
    if done.returncode and text in said:
        return outcome.passed(name)
    wrong = "was let go" if not done.returncode else "died of something else"
    return outcome.failed(name, f"{wrong}; expected: {text}\n{said}\n{done.stderr[-3000:]}")


def fuzzed(name, program, wanted):
    """Whether a target of libFuzzer bears as many inputs as wanted. One that ends it is kept in the message, as hex."""
    label, count, failing = f"{name}: {' '.join(wanted)}", wanted[0], program.with_suffix(".input")
    done = execute([program, f"-runs={count}", *FUZZER_FLAGS, f"-exact_artifact_path={failing}"])
    if done.returncode == 0 and f"Done {count} runs" in done.stderr:
        return outcome.passed(label)
    why = f"the input, in hex: {failing.read_bytes().hex()}" if failing.exists() else f"exit status {done.returncode}, by no input"
    said = re.sub("^(INFO: |#).*\n", "", done.stderr, flags=re.M)  # less its progress
    return outcome.failed(label, "\n".join([done.stdout[-2000:], said[:6000], why]))


def bail_out(done):
    """What the fake kernel said when it ended the program, or a trap of the library."""
    return [line for line in done.stdout.splitlines() if line.startswith(("Bail out! ", "keel: "))]


def comment(path, key):
    """The words of a test's comments `// KEY: WORDS`; of a `// KEY` alone, it."""
    text = path.read_text()
    words = " ".join(re.findall(rf"^// {key}: *(.*)$", text, re.M)).split()
    return words or re.findall(rf"^// ({key})$", text, re.M)


def named(path, key):
    """The files that a test's comments name, besides itself. A folder with a Makefile is a module of its own."""
    return [source for word in comment(path, key) for source in sorted(paths.ROOT.glob(word))
            if not (source.parent / "Makefile").exists()]


def sanitizers(path):
    """The builds that a test wants."""
    return ["fuzz"] if comment(path, "fuzz") else comment(path, "sanitizers") or ["address", "thread"]
