// SPDX-License-Identifier: GPL-2.0
/*
 * samples/mmap_ring in C, as a C driver is written, to compare costs: the same layout, the same checks, the same locking,
 * the same promise that an index is fetched once; areas that answer faults count their object.
 */
#include <linux/fs.h>
#include <linux/ioctl.h>
#include <linux/kref.h>
#include <linux/miscdevice.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/poll.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/vmalloc.h>
#include <linux/wait.h>

#define RESET _IO('R', 1)
#define CAPACITY (16 * PAGE_SIZE)
#define DATA PAGE_SIZE
#define LEN (DATA + CAPACITY)

struct header {
	u32 produced;
	u32 consumed;
	u32 capacity;
	u32 offset;
};

struct ring {
	struct kref count;
	void *memory;
	struct header *header;
	struct mutex lock;
	u32 produced; /* under the lock */
	wait_queue_head_t changed;
};

static bool on_demand;
module_param(on_demand, bool, 0644);
MODULE_PARM_DESC(on_demand, "map pages when they are looked at, not all at once");

static struct ring *ring;

static void ring_release(struct kref *count)
{
	struct ring *r = container_of(count, struct ring, count);

	vfree(r->memory);
	kfree(r);
}

static void ring_vma_open(struct vm_area_struct *vma)
{
	struct ring *r = vma->vm_private_data;

	kref_get(&r->count);
}

static void ring_vma_close(struct vm_area_struct *vma)
{
	struct ring *r = vma->vm_private_data;

	kref_put(&r->count, ring_release);
}

static vm_fault_t ring_fault(struct vm_fault *vmf)
{
	struct ring *r = vmf->vma->vm_private_data;

	if (vmf->pgoff >= LEN >> PAGE_SHIFT)
		return VM_FAULT_SIGBUS;
	vmf->page = vmalloc_to_page(r->memory + (vmf->pgoff << PAGE_SHIFT));
	get_page(vmf->page);
	return 0;
}

static const struct vm_operations_struct ring_vm_operations = {
    .open = ring_vma_open,
    .close = ring_vma_close,
    .fault = ring_fault,
};

static int ring_mmap(struct file *file, struct vm_area_struct *vma)
{
	unsigned long pages = vma_pages(vma);

	if (!(vma->vm_flags & VM_MAYSHARE))
		return -EINVAL;
	if (vma->vm_flags & VM_EXEC)
		return -EACCES;
#ifdef HAVE_VM_FLAGS_SET
	vm_flags_clear(vma, VM_MAYEXEC);
#else
	vma->vm_flags &= ~VM_MAYEXEC;
#endif
	if (vma->vm_pgoff > LEN >> PAGE_SHIFT || pages > (LEN >> PAGE_SHIFT) - vma->vm_pgoff)
		return -EINVAL;
	if (!on_demand)
		return remap_vmalloc_range(vma, ring->memory, vma->vm_pgoff);
#ifdef HAVE_VM_FLAGS_SET
	vm_flags_set(vma, VM_DONTEXPAND);
#else
	vma->vm_flags |= VM_DONTEXPAND;
#endif
	kref_get(&ring->count);
	vma->vm_private_data = ring;
	vma->vm_ops = &ring_vm_operations;
	return 0;
}

static int ring_used(struct ring *r, u32 *used)
{
	*used = r->produced - smp_load_acquire(&r->header->consumed);
	return *used > CAPACITY ? -EIO : 0;
}

static ssize_t ring_write(struct file *file, const char __user *from, size_t len, loff_t *pos)
{
	struct ring *r = ring;
	size_t n = 0;
	u32 used;
	int err;

	err = mutex_lock_interruptible(&r->lock);
	if (err)
		return err;
	err = ring_used(r, &used);
	if (!err && used == CAPACITY)
		err = -EAGAIN;
	if (!err) {
		size_t at = r->produced % CAPACITY, before_end;

		n = min_t(size_t, len, CAPACITY - used);
		before_end = min_t(size_t, n, CAPACITY - at);
		if (copy_from_user(r->memory + DATA + at, from, before_end) ||
		    (n > before_end && copy_from_user(r->memory + DATA, from + before_end, n - before_end)))
			err = -EFAULT;
	}
	if (!err) {
		r->produced += n;
		smp_store_release(&r->header->produced, r->produced);
		wake_up_all(&r->changed);
	}
	mutex_unlock(&r->lock);
	return err ? err : n;
}

static __poll_t ring_poll(struct file *file, poll_table *table)
{
	struct ring *r = ring;
	__poll_t mask = 0;
	u32 used;
	int err;

	poll_wait(file, &r->changed, table);
	mutex_lock(&r->lock);
	err = ring_used(r, &used);
	mutex_unlock(&r->lock);
	if (err)
		return EPOLLERR;
	if (used)
		mask |= EPOLLIN | EPOLLRDNORM;
	if (used != CAPACITY)
		mask |= EPOLLOUT | EPOLLWRNORM;
	return mask;
}

static long ring_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct ring *r = ring;

	if (cmd != RESET)
		return -ENOTTY;
	mutex_lock(&r->lock);
	r->produced = 0;
	smp_store_release(&r->header->produced, 0);
	smp_store_release(&r->header->consumed, 0);
	wake_up_all(&r->changed);
	mutex_unlock(&r->lock);
	return 0;
}

static const struct file_operations operations = {
    .owner = THIS_MODULE,
    .mmap = ring_mmap,
    .write = ring_write,
    .poll = ring_poll,
    .unlocked_ioctl = ring_ioctl,
    .compat_ioctl = compat_ptr_ioctl,
    .llseek = noop_llseek,
};

static struct miscdevice device = {
    .minor = MISC_DYNAMIC_MINOR,
    .name = "c-mmap-ring",
    .fops = &operations,
};

static int __init ring_init(void)
{
	int err;

	ring = kzalloc(sizeof(*ring), GFP_KERNEL);
	if (!ring)
		return -ENOMEM;
	kref_init(&ring->count);
	mutex_init(&ring->lock);
	init_waitqueue_head(&ring->changed);
	ring->memory = vmalloc_user(LEN);
	if (!ring->memory) {
		kfree(ring);
		return -ENOMEM;
	}
	ring->header = ring->memory;
	ring->header->capacity = CAPACITY;
	ring->header->offset = DATA;
	err = misc_register(&device);
	if (err)
		kref_put(&ring->count, ring_release);
	return err;
}

static void __exit ring_exit(void)
{
	misc_deregister(&device);
	kref_put(&ring->count, ring_release);
}

module_init(ring_init);
module_exit(ring_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("A ring of bytes shared with a process, in C");
