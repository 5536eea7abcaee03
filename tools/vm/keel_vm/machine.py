# SPDX-License-Identifier: GPL-2.0
"""A QEMU process and its two serial lines."""

import contextlib
import os
import selectors
import shutil
import subprocess
import time
from dataclasses import dataclass, field


@dataclass
class Options:
    """How the guest is booted. `icount` makes time count instructions and runs repeat exactly; for measuring only."""

    icount: bool = False
    memory: int = 512  # MiB
    cpus: int = 2
    parallel: bool = False  # a host thread for each processor: finds more races, but see qemu() below
    boot_timeout: int = 600  # seconds: a kernel with debug options takes a minute, on a busy machine ten
    grace: int = 20  # seconds the guest gets to end a job that is out of time, before we end the guest
    silence: int = 60  # seconds without any output, within a job, that mean it hangs
    debug_slab: bool = True  # poisoned and tracked slab objects: finds use after free, overruns and leaks
    arguments: list[str] = field(default_factory=list)  # more for the kernel's command line
    devices: list[str] = field(default_factory=list)  # more QEMU arguments

    def kernel_arguments(self):
        common = ["console=ttyS0", "panic=-1", "oops=panic", "softlockup_panic=1", "hung_task_panic=1",
                  "sysctl.kernel.panic_on_rcu_stall=1", "unknown_nmi_panic", "printk.devkmsg=on", "loglevel=7",
                  "net.ifnames=0"]
        if self.icount:
            common += ["nokaslr", "norandmaps", "randomize_kstack_offset=off", "random.trust_cpu=off"]
        elif self.debug_slab:
            common += ["slub_debug=FZPU"]
        return common + self.arguments

    def qemu(self):
        if not self.icount:
            # The processors take turns on one host thread. With a thread each QEMU can deliver a breakpoint of the
            # kernel's code patching after the kernel has forgotten it: now and then a boot ends in "Oops: int3".
            return ["-accel", f"tcg,thread={'multi' if self.parallel else 'single'}", "-smp", str(self.cpus)]
        return ["-accel", "tcg", "-icount", "shift=0,sleep=off", "-smp", "1", "-seed", "1",
                "-rtc", "base=2026-01-01T00:00:00,clock=vm"]


class Machine:
    """A running guest. lines() gives its output as it comes; leaving the `with` block ends the process."""

    def __init__(self, image, initramfs, options, parallel_port=False):
        self._options = options
        self._parallel = os.memfd_create("parallel") if parallel_port else None
        self._initramfs = _in_memory(initramfs)
        self._image = image
        self._process = None
        self._ends = {}

    def __enter__(self):
        program = shutil.which("qemu-system-x86_64")
        if not program:
            raise LookupError("qemu-system-x86_64 is missing: apt-get install qemu-system-x86")
        log_in, log_out = os.pipe()
        jobs_in, jobs_out = os.pipe()
        fds = (self._initramfs, log_out, jobs_out)
        # Who dies takes the guest along, however it dies.
        command = ["setpriv", "--pdeathsig", "KILL", program, "-M", "q35", "-cpu", "max", "-m", str(self._options.memory),
                   *self._options.qemu(), "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-monitor", "stdio",
                   "-chardev", f"file,id=log,path=/dev/fd/{log_out}", "-serial", "chardev:log",
                   "-chardev", f"file,id=jobs,path=/dev/fd/{jobs_out}", "-serial", "chardev:jobs",
                   "-kernel", str(self._image), "-initrd", f"/dev/fd/{self._initramfs}",
                   "-append", " ".join(self._options.kernel_arguments()), *self._options.devices]
        if self._parallel is not None:
            fds += (os.dup(self._parallel),)
            command += ["-chardev", f"file,id=parallel,path=/dev/fd/{fds[-1]}",
                        "-device", "isa-parallel,chardev=parallel"]
        try:
            self._process = subprocess.Popen(command, pass_fds=fds, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                             stderr=subprocess.STDOUT, start_new_session=True)
        finally:
            for fd in fds:
                os.close(fd)
        self._ends = {log_in: "log", jobs_in: "job"}
        return self

    def __exit__(self, *exc):
        self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()
        for fd in self._ends:
            os.close(fd)
        if self._parallel is not None:
            os.close(self._parallel)

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    def printed(self):
        """What has reached the device at the guest's parallel port."""
        size = os.fstat(self._parallel).st_size
        return os.pread(self._parallel, size, 0)

    def interrupt(self):
        """Makes the guest's kernel say where it is, and panic (unknown_nmi_panic)."""
        with contextlib.suppress(OSError):
            self._process.stdin.write(b"nmi\n")
            self._process.stdin.flush()

    def complaint(self):
        """What QEMU itself said when it ended, without its monitor's banner."""
        text = self._process.stdout.read().decode(errors="replace") if self._process.poll() is not None else ""
        return " ".join(line.strip() for line in text.splitlines() if line.strip() and "QEMU" not in line[:5] and
                        "(qemu)" not in line)

    def lines(self, deadline):
        """Yields ("log" or "job", line) as output comes, and (None, "") at least once a second while none does. Ends
        when the guest has ended. `deadline` is a function that gives the time of time.monotonic() to yield None at."""
        pending = {fd: b"" for fd in self._ends}
        with selectors.DefaultSelector() as selector:
            for fd in self._ends:
                selector.register(fd, selectors.EVENT_READ)
            while selector.get_map():
                wait = max(0.0, min(1.0, deadline() - time.monotonic()))
                ready = selector.select(wait)
                if not ready:
                    yield None, ""
                for key, _ in ready:
                    data = os.read(key.fd, 65536)
                    if not data:
                        selector.unregister(key.fd)
                    *whole, pending[key.fd] = (pending[key.fd] + data).split(b"\n")
                    for line in whole:
                        yield self._ends[key.fd], line.decode(errors="replace").rstrip("\r")
        for fd, rest in pending.items():
            if rest:
                yield self._ends[fd], rest.decode(errors="replace")
        self._process.wait()


def _in_memory(data):
    """A file of no name, so that nothing is left behind however this process ends."""
    fd = os.memfd_create("initramfs")
    with os.fdopen(os.dup(fd), "wb") as file:
        file.write(data)
    return fd
