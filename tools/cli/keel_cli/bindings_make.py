# SPDX-License-Identifier: GPL-2.0
"""Makes the bindings of a kernel: asks its Kbuild for the flags, runs keel-bindgen, compiles the shims to bitcode."""

import contextlib
import fcntl
import hashlib
import os
import re
import shlex
import shutil
import threading
import time
from pathlib import Path

from . import bindings, kbuild, kernels, packages, paths, ui

KEEP = 8  # generations: of bindings, per kernel release, and of keel-bindgen
# A module's own file gets these from Kbuild; shims belong to no module.
MODULE_NAMES = ['-DKBUILD_MODNAME="keel"', '-DKBUILD_BASENAME="keel"', "-D__KBUILD_MODNAME=kmod_keel"]
# Not optimised yet, so that __builtin_constant_p is decided where the shim ends up.
BITCODE = ["-Xclang", "-disable-llvm-passes", "-emit-llvm", "-c"]
PROBED = [str(paths.ROOT / name) for name in ("kbuild/flags.mk", "kbuild/probe/Kbuild")]
WANTED = re.compile(r"\bbindings::(\w+)|\b(KEEL_HAS_(?:FIELD|FUNC|MACRO)_\w+|CONFIG_[A-Z0-9_]\w*)")
INCLUDE = re.compile(r"^\s*#\s*include\s*[<\"](keel/[^>\"]+)", re.M)


def make(kdir, state):
    """Makes the bindings unless they are there under their content's name, and remembers `state` for them."""
    release = kernels.release_of(kdir)
    packages.need(*packages.COMPILER)
    wanted = wanted_names()
    tool = bindgen()
    with locked(bindings.home() / f".{release}.lock"):
        target = bindings.home() / f"{release}-{content_key(kdir, wanted)}"
        if not (target / "keel.bc").exists():
            with fresh_folder(target) as folder:
                generate(kdir, release, wanted, tool, folder)
            forget_old(release, target)
        remember(state, target)
    return target


def wanted_names():
    """The names the library uses, as "group NAME" lines."""
    include, names = paths.ROOT / "include" / "keel", set()
    for path in [*include.rglob("*.hpp"), *(paths.ROOT / "src").glob("*.cpp")]:
        inside = path.relative_to(include).parts if path.is_relative_to(include) else ()
        group = inside[0] if len(inside) == 2 else "core"
        text = re.sub(r"//.*", "", path.read_text())
        names.update(f"{group} {name or feature}" for name, feature in WANTED.findall(text))
    return "".join(f"{line}\n" for line in sorted(names))


def content_key(kdir, wanted):
    """A name for what the bindings are made from: equal content, equal name."""
    key = hashlib.sha256(wanted.encode())
    files = [kdir / name for name in bindings.KERNEL_FILES]
    files += [Path(path) for path in bindings.sources() if "/include/keel/" not in path]
    for path in files + runtime_headers():
        key.update(str(path).encode() + b"\0")
        key.update(path.read_bytes() if path.exists() else b"-")
    key.update(repr([os.stat(bindings.COMPILER).st_mtime_ns, *bindings.environment()]).encode())
    return key.hexdigest()[:16]


def runtime_headers():
    """The library headers that src/*.cpp include, directly or not."""
    todo, seen = sorted((paths.ROOT / "src").glob("*.cpp")), set()
    while todo:
        for name in INCLUDE.findall(todo.pop().read_text()):
            path = paths.ROOT / "include" / name
            if path not in seen and path.exists():
                seen.add(path)
                todo.append(path)
    return sorted(seen)


@contextlib.contextmanager
def locked(path):
    """One maker at a time: who comes second finds the work done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def fresh_folder(target):
    """A folder that becomes `target` when all went well, and is gone otherwise."""
    folder = target.with_name(f".{target.name}.new")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
        shutil.rmtree(target, ignore_errors=True)
        folder.rename(target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remember(state, target):
    states = bindings.home() / "states"
    states.mkdir(exist_ok=True)
    temporary = states / f".{state}.{os.getpid()}"
    temporary.write_text(target.name)
    temporary.rename(states / state)


def newest_first(files):
    return sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)


def forget_old(release, keep):
    """Removes all but the newest generations of bindings, the states that led to them, and what a killed run left."""
    for unfinished in bindings.home().glob(f".{release}-*.new"):
        shutil.rmtree(unfinished, ignore_errors=True)
    for path in newest_first(bindings.home().glob(f"{release}-*"))[KEEP:]:
        if path != keep:
            shutil.rmtree(path, ignore_errors=True)
    for state in (bindings.home() / "states").glob("[!.]*"):
        if not (bindings.home() / state.read_text()).exists():
            state.unlink(missing_ok=True)


def bindgen():
    """keel-bindgen, built when there is none of these sources. Several checkouts can share the cache."""
    folder = paths.ROOT / "tools" / "bindgen"
    sources = [folder / "CMakeLists.txt", *sorted((folder / "src").iterdir())]
    text = b"".join(path.name.encode() + b"\0" + path.read_bytes() for path in sources)
    tool = paths.cache() / "bin" / f"keel-bindgen-{hashlib.sha256(text).hexdigest()[:16]}"
    with locked(paths.cache() / "bin" / ".keel-bindgen.lock"):
        if tool.exists():
            return tool
        packages.need(*packages.TOOLS)
        build = paths.cache() / "build" / f"bindgen-{hashlib.sha256(str(folder).encode()).hexdigest()[:8]}"
        with ui.step("building keel-bindgen"):
            ui.run(["cmake", "-G", "Ninja", "-S", folder, "-B", build, "-DCMAKE_BUILD_TYPE=Release",
                    "-DCMAKE_CXX_COMPILER=clang++-22"], quiet=True, fail="keel-bindgen does not configure")
            ui.run(["ninja", "-C", build], quiet=True, fail="keel-bindgen does not compile")
        fresh = tool.with_suffix(".new")
        shutil.copy2(build / "keel-bindgen", fresh)
        fresh.rename(tool)
        for old in newest_first(tool.parent.glob("keel-bindgen*"))[KEEP:]:
            old.unlink()
    return tool


def generate(kdir, release, wanted, tool, folder):
    started = time.monotonic()
    (folder / "wanted.txt").write_text(wanted)
    flags = timed("probe", probe, kdir, folder)
    timed("keel-bindgen", run_bindgen, release, tool, flags, folder)
    runtime = sorted((paths.ROOT / "src").glob("*.cpp"))
    objects = [folder / f"{path.stem}.src.bc" for path in runtime]
    in_parallel([("shims", compile_shims, flags, folder),
                 *((path.name, compile_cpp, flags, folder, path, out) for path, out in zip(runtime, objects))])
    ui.run(["llvm-link-22", folder / "shims.bc", *objects, "-o", folder / "keel.bc"], quiet=True,
           fail="the shims do not link")
    for path in [folder / "shims.bc", folder / "shims.c", *objects]:
        path.unlink()
    if ui.verbose:
        ui.say(f"  bindings of {release}: {time.monotonic() - started:.2f} s")


def timed(what, function, *args):
    start = time.monotonic()
    result = function(*args)
    if ui.verbose:
        ui.say(f"  {what}: {time.monotonic() - start:.2f} s")
    return result


def in_parallel(calls):
    """Makes the calls (arguments of timed) at the same time; when all are done, the first that failed raises."""
    failures = {}

    def guarded(i, call):
        try:
            timed(*call)
        except BaseException as failure:  # also an interrupt: it belongs to the caller
            failures[i] = failure

    threads = [threading.Thread(target=guarded, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[min(failures)]


def probe(kdir, folder):
    """What the kernel's Kbuild says about flags: {"cflags": [...], ...}. Asked once; kept beside the bindings."""
    key = hashlib.sha256(bindings.state_of(kdir, PROBED).encode()).hexdigest()[:16]
    kept = bindings.home() / "probes" / key
    if not kept.exists():
        work = folder / "probe"
        work.mkdir()
        shutil.copy2(paths.ROOT / "kbuild" / "probe" / "Kbuild", work)
        kbuild.make(kdir, work, f"KEEL={paths.ROOT}", fail=f"the kernel in {kdir} does not say how it compiles a module")
        kept.parent.mkdir(exist_ok=True)
        (work / "probe.txt").rename(kept)
        shutil.rmtree(work)
    shutil.copy2(kept, folder / "probe.txt")
    return read_probe(folder)


def read_probe(folder):
    pairs = (line.split("=", 1) for line in (folder / "probe.txt").read_text().splitlines() if "=" in line)
    return {name: shlex.split(value) for name, value in pairs}


def bindgen_argv(tool, release, flags, headers, out, what):
    return [tool, "generate", "--headers", headers, "--overrides", paths.ROOT / "bindings" / "overrides.list",
            "--shims", paths.ROOT / "shims", "--release", release, "--out", out, *what,
            *(["--verbose"] if ui.verbose else []), "--", *flags["cflags"], *MODULE_NAMES]


def run_bindgen(release, tool, flags, folder):
    generated = folder / "generated"
    ui.run(bindgen_argv(tool, release, flags, paths.ROOT / "bindings" / "headers.list", generated,
                        ["--wanted", folder / "wanted.txt"]), quiet=True, fail=f"no bindings for {release}")
    for path in generated.iterdir():
        path.rename(folder / path.name)
    generated.rmdir()


def compile_shims(flags, folder):
    """All shims as one file: the kernel's headers are read once."""
    shims = [folder / "shims_auto.c", *sorted((paths.ROOT / "shims").glob("*.c"))]
    (folder / "shims.c").write_text("".join(f'#include "{path}"\n' for path in shims))
    ui.run(["clang-22", *flags["cflags"], *MODULE_NAMES, "-g0", "-w", f"-I{paths.ROOT / 'shims'}", *BITCODE,
            folder / "shims.c", "-o", folder / "shims.bc"], quiet=True, fail="the shims do not compile for this kernel")


def compile_cpp(flags, folder, source, out):
    includes = [f"-I{paths.ROOT / 'include'}", f"-I{folder / 'include'}"]
    ui.run(["clang++-22", *flags["cxxflags"], *MODULE_NAMES, "-DKEEL_UNCHECKED", *includes, *BITCODE, source, "-o", out],
           quiet=True, fail=f"{source} does not compile for this kernel")
