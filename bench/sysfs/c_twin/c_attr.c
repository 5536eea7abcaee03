// SPDX-License-Identifier: GPL-2.0
/* A number in /sys/kernel/c_attr, as a driver in C would have it: what keel_attr.cpp is compared with. */
#include <linux/kobject.h>
#include <linux/kstrtox.h>
#include <linux/module.h>
#include <linux/sysfs.h>

static unsigned int number;

static ssize_t number_show(struct kobject *kobj, struct kobj_attribute *attr, char *page)
{
	return sysfs_emit(page, "%u\n", READ_ONCE(number));
}

static ssize_t number_store(struct kobject *kobj, struct kobj_attribute *attr, const char *text, size_t len)
{
	unsigned int wanted;
	int error = kstrtouint(text, 0, &wanted);

	if (error)
		return error;
	WRITE_ONCE(number, wanted);
	return len;
}

static struct kobj_attribute number_attribute = __ATTR_RW(number);
static struct attribute *attributes[] = {&number_attribute.attr, NULL};
static const struct attribute_group group = {.attrs = attributes};
static struct kobject *folder;

static int __init c_attr_init(void)
{
	int error;

	folder = kobject_create_and_add("c_attr", kernel_kobj);
	if (!folder)
		return -ENOMEM;
	error = sysfs_create_group(folder, &group);
	if (error)
		kobject_put(folder);
	return error;
}

static void __exit c_attr_exit(void) { kobject_put(folder); }

module_init(c_attr_init);
module_exit(c_attr_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("A number in sysfs");
