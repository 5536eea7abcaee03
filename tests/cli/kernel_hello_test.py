# SPDX-License-Identifier: GPL-2.0
"""The kernels that are here build a plain C module with nothing but `make -C KDIR M=...`, and without a warning; and the
bindings of the default one are true."""

import re
import subprocess

from keel_cli import kernels
from support import Skip, keel, scratch, succeeded

SOURCE = """#include <linux/module.h>
#include <linux/slab.h>
static int size = 100;
module_param(size, int, 0444);
static int __init hello_init(void)
{
	void *memory = kmalloc(size, GFP_KERNEL);

	pr_info("hello %p\\n", memory);
	kfree(memory);
	return 0;
}
static void __exit hello_exit(void)
{
	pr_info("goodbye\\n");
}
module_init(hello_init);
module_exit(hello_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("hello");
"""


def build(kernel):
    with scratch() as directory:
        (directory / "hello.c").write_text(SOURCE)
        (directory / "Makefile").write_text("obj-m := hello.o\n")
        made = subprocess.run(["make", "-C", kernel.kdir, f"M={directory}"], stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert made.returncode == 0, made.stdout
        assert "warning" not in made.stdout.lower(), made.stdout
        module = (directory / "hello.ko").read_bytes()
    assert b"vermagic=" + kernel.release.encode() + b" " in module
    assert b".orc_unwind" in module, "objtool did not run"


def test_kernels_build_a_c_module():
    kept = [kernel for name, kernel in kernels.kept().items() if name in kernels.matrix()]
    if not kept:
        raise Skip("no kernel is here yet")
    for kernel in kept:
        build(kernel)


def test_kernel_by_build_directory():
    kept = next(iter(kernels.kept().values()), None)
    if kept is None:
        raise Skip("no kernel is here yet")
    kernel = kernels.resolve(str(kept.kdir))
    assert (kernel.release, kernel.kdir) == (kept.release, kept.kdir)
    assert kernel.image is None or kernel.image.exists()


def test_kernel_verify_and_verify_all():
    if kernels.default() not in kernels.kept():
        raise Skip("no kernel is here yet")
    used, everything = (compared(succeeded(keel("kernel", "verify", kernels.default(), *more))) for more in ([], ["--all"]))
    for what, count in used.items():
        assert everything[what] > count > 0, (used, everything)


def compared(said):
    """How many records were compared with the compiler and with the BTF, none of which was wrong."""
    assert said.endswith(": verified\n"), said
    counts = re.findall(r"^(C\+\+|BTF): (\d+) records, .*, 0 mismatches$", said, re.M)
    assert len(counts) == 2, said
    return {what: int(count) for what, count in counts}
