// SPDX-License-Identifier: GPL-2.0
/*
 * Does what a kernel module must not do: what= names the trouble. The tests of the VM runner load it to see that each
 * is noticed.
 */
#include <linux/delay.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/vmalloc.h>

static char *what = "none";
module_param(what, charp, 0);

static DEFINE_SPINLOCK(lock);
static void *volatile kept;

static void overrun(void)
{
	char *volatile block = kmalloc(64, GFP_KERNEL);

	if (block)
		block[64] = 'x';
	kfree(block);
}

static void use_after_free(void)
{
	char *volatile block = kmalloc(64, GFP_KERNEL);

	kfree(block);
	if (block)
		block[16] = 'x';
	/* The next user of the object finds it changed. */
	for (int i = 0; i < 256; i++)
		kfree(kmalloc(64, GFP_KERNEL));
}

static void sleep_in_atomic(void)
{
	spin_lock(&lock);
	msleep(20);
	spin_unlock(&lock);
}

static void spin(void)
{
	spin_lock_irq(&lock);
	for (;;)
		cpu_relax();
}

static void stuck(void)
{
	set_current_state(TASK_UNINTERRUPTIBLE);
	schedule();
}

static void tests(bool whole)
{
	printk(KERN_INFO "KTAP version 1\n1..1\n");
	printk(KERN_INFO "  KTAP version 1\n  # Subtest: inner\n  1..3\n  ok 1 first\n");
	if (!whole)
		return;
	printk(KERN_INFO "  # expected 1, got 2\n  not ok 2 second\n  ok 3 third # SKIP no device\nnot ok 1 inner\n");
}

static int __init trouble_init(void)
{
	if (!strcmp(what, "warn"))
		WARN(1, "as asked for\n");
	else if (!strcmp(what, "oops"))
		*(volatile int *)0x10 = 1;
	else if (!strcmp(what, "bug"))
		BUG();
	else if (!strcmp(what, "leak"))
		kept = kmalloc(100, GFP_KERNEL);
	else if (!strcmp(what, "vleak"))
		kept = vmalloc(10000);
	else if (!strcmp(what, "overrun"))
		overrun();
	else if (!strcmp(what, "use-after-free"))
		use_after_free();
	else if (!strcmp(what, "sleep-in-atomic"))
		sleep_in_atomic();
	else if (!strcmp(what, "spin"))
		spin();
	else if (!strcmp(what, "stuck"))
		stuck();
	else if (!strcmp(what, "error"))
		return -EBUSY;
	else if (!strcmp(what, "tests"))
		tests(true);
	else if (!strcmp(what, "half-tests"))
		tests(false);
	return 0;
}

static void __exit trouble_exit(void)
{
	if (!strcmp(what, "oops-late"))
		*(volatile int *)0x10 = 1;
}

module_init(trouble_init);
module_exit(trouble_exit);
MODULE_DESCRIPTION("Tests of the VM runner");
MODULE_LICENSE("GPL");
