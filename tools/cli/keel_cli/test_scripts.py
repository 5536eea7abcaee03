# SPDX-License-Identifier: GPL-2.0
"""The tiers that are a program which prints "ok NAME" and "not ok NAME" lines."""

import os
import subprocess

from . import outcome, packages, paths, ui

SCRIPTS = {"tools": ["tools/bindgen/tests/run", "tools/vm/tests/run"], "cli": ["tests/cli/run"],
           "docs": ["tests/docs/run"], "checker": ["tests/checker/mutate/run", "tests/checker/fuzz/run"],
           "kbuild": ["tests/kbuild/run"], "proof": ["tests/proof/run"]}


def run(context):
    packages.need(*packages.ALL)  # the scripts use every tool, and some take it for granted
    for script in SCRIPTS[context.tier]:
        path = paths.ROOT / script
        if not path.exists() or not context.wants(path):
            continue
        yield from outcomes(path, script, context)


def outcomes(path, script, context):
    """The outcomes of one script. It gets the kernel by its name in KEEL_KERNEL."""
    env = dict(os.environ, KEEL=str(paths.ROOT), PYTHONDONTWRITEBYTECODE="1")
    if context.kernel_name:
        env["KEEL_KERNEL"] = str(context.kernel_name)
    child = subprocess.Popen([path], cwd=paths.ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True, errors="replace")
    kept = []

    def lines():
        for line in child.stdout:
            kept.append(line)
            if ui.verbose:
                ui.say("  | " + line.rstrip("\n"))
            yield line

    seen = failures = 0
    try:
        for found in outcome.from_lines(lines(), os.path.dirname(script).removesuffix("/tests")):
            seen += 1
            failures += found.verdict == "failed"
            yield found
        status = child.wait()
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()
    if not seen:
        yield outcome.failed(f"{script}: reports tests", "".join(kept[-40:]))
    elif status and not failures:
        yield outcome.failed(f"{script}: ends with status 0", f"status {status}\n" + "".join(kept[-40:]))
