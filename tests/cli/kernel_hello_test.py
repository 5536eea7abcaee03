# SPDX-License-Identifier: GPL-2.0
"""The kernels that are here build a plain C module with nothing but `make -C KDIR M=...`, and without a warning."""

import subprocess

from keel_cli import kernels
from support import Skip, scratch

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
