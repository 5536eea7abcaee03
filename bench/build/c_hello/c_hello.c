// SPDX-License-Identifier: GPL-2.0
/* samples/hello in C, to compare build times and sizes. */
#define pr_fmt(format) KBUILD_MODNAME ": " format
#include <linux/module.h>
#include <linux/slab.h>

static long test_parameter = 1;
module_param(test_parameter, long, 0);
MODULE_PARM_DESC(test_parameter, "This parameter has a default of 1");

static bool test_bool_parameter;
module_param(test_bool_parameter, bool, 0644);
MODULE_PARM_DESC(test_bool_parameter, "This boolean parameter defaults to false");

static int *numbers;

static int __init hello_init(void)
{
	pr_info("C minimal sample (init)\n");
	pr_info("Am I built-in? %s\n", "false");
	pr_info("test_parameter: %ld\n", test_parameter);
	pr_info("test_bool_parameter: %s\n", test_bool_parameter ? "true" : "false");
	numbers = kmalloc_array(3, sizeof(*numbers), GFP_KERNEL);
	if (!numbers)
		return -ENOMEM;
	numbers[0] = 72;
	numbers[1] = 108;
	numbers[2] = 200;
	return 0;
}

static void __exit hello_exit(void)
{
	pr_info("My numbers are [%d, %d, %d]\n", numbers[0], numbers[1], numbers[2]);
	pr_info("C minimal sample (exit)\n");
	kfree(numbers);
}

module_init(hello_init);
module_exit(hello_exit);
MODULE_DESCRIPTION("samples/hello in C, for comparison");
MODULE_AUTHOR("The Keel authors");
MODULE_LICENSE("GPL");
