// SPDX-License-Identifier: GPL-2.0
/* What bench/virtual/keel shows, in C, as a C driver shows it. */
#include <linux/debugfs.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>

#define ROWS 1000

struct row {
	u32 number;
	u64 bytes;
	struct list_head links;
};

static u32 number = 42;
static LIST_HEAD(rows);
static DEFINE_MUTEX(lock);
static struct proc_dir_entry *whole_entry, *rows_entry;
static struct dentry *dir;

static int whole_show(struct seq_file *m, void *v)
{
	seq_printf(m, "%u of %u\n", READ_ONCE(number), 7);
	return 0;
}

static void *rows_start(struct seq_file *m, loff_t *pos)
{
	mutex_lock(&lock);
	return seq_list_start(&rows, *pos);
}

static void *rows_next(struct seq_file *m, void *v, loff_t *pos) { return seq_list_next(v, &rows, pos); }

static void rows_stop(struct seq_file *m, void *v) { mutex_unlock(&lock); }

static int rows_show(struct seq_file *m, void *v)
{
	const struct row *row = list_entry(v, struct row, links);

	seq_printf(m, "%u: %llu bytes\n", row->number, row->bytes);
	return 0;
}

static const struct seq_operations rows_ops = {
    .start = rows_start,
    .next = rows_next,
    .stop = rows_stop,
    .show = rows_show,
};

static void drop_rows(void)
{
	struct row *row, *next;

	list_for_each_entry_safe(row, next, &rows, links) kfree(row);
}

static int __init c_virtual_init(void)
{
	u32 i;

	for (i = 0; i < ROWS; i++) {
		struct row *row = kmalloc(sizeof(*row), GFP_KERNEL);

		if (!row)
			goto no_memory;
		row->number = i;
		row->bytes = i * 4096ull;
		list_add_tail(&row->links, &rows);
	}
	whole_entry = proc_create_single("c_virtual_whole", 0444, NULL, whole_show);
	rows_entry = proc_create_seq("c_virtual_rows", 0444, NULL, &rows_ops);
	if (!whole_entry || !rows_entry)
		goto no_entry;
	dir = debugfs_create_dir("c_virtual", NULL);
	debugfs_create_u32("number", 0600, dir, &number);
	return 0;
no_entry:
	proc_remove(whole_entry);
	proc_remove(rows_entry);
no_memory:
	drop_rows();
	return -ENOMEM;
}
module_init(c_virtual_init);

static void __exit c_virtual_exit(void)
{
	debugfs_remove(dir);
	proc_remove(rows_entry);
	proc_remove(whole_entry);
	drop_rows();
}
module_exit(c_virtual_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Files of /proc and debugfs in C");
