# SPDX-License-Identifier: GPL-2.0
"""Runs jobs in a virtual machine for the commands: installs what that needs, turns errors into Failures."""

import signal
import time

from . import decode, packages, ui


def run(kernel, jobs, options=None):
    """The results of `jobs` on `kernel`, in order. With -v the guest's lines are shown as they come."""
    import keel_vm
    packages.need(*packages.VM)
    if kernel.image is None:
        raise ui.Failure(f"kernel {kernel.name} has no image to boot: only its build directory is here; "
                         "name a series instead (./keel kernel list)")
    signal.signal(signal.SIGTERM, _interrupt)
    started = time.monotonic()

    def show(source, text):
        ui.say(f"  {time.monotonic() - started:6.2f} {source:4} | {text}")

    try:
        results = keel_vm.run(kernel, jobs, options, show if ui.verbose else None)
        for result in results:
            modules = [path for path in result.job.files if str(path).endswith(".ko")]
            result.excerpt = decode.decoded(result.excerpt, modules)
        return results
    except (LookupError, keel_vm.CompileError) as error:
        raise ui.Failure(str(error)) from error


def program(source, includes=()):
    """A C program compiled for the guest."""
    import keel_vm
    return compiled(lambda: keel_vm.programs.static(source, includes))


def programs(source):
    """The programs of a C file: one, or those that it says ("// bare: 64 32")."""
    import keel_vm
    return compiled(lambda: keel_vm.programs.bare(source) or [keel_vm.programs.static(source)])


def compiled(compile):
    """What `compile` returns, its errors as Failures."""
    import keel_vm
    packages.need(*packages.VM)
    try:
        return compile()
    except keel_vm.CompileError as error:
        first, _, rest = str(error).partition("\n")
        raise ui.Failure(first.rstrip(":"), rest) from error


def _interrupt(signum, frame):
    """SIGTERM ends us as Ctrl-C does: what was started is ended on the way out."""
    raise KeyboardInterrupt
