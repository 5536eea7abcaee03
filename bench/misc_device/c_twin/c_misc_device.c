// SPDX-License-Identifier: GPL-2.0
/*
 * samples/misc_device in C, as a C driver is written, to compare costs: the same commands, the same locking, the same
 * promise that a write which fails leaves the text as it was, the same messages for debugging.
 */
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/ioctl.h>
#include <linux/miscdevice.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/uio.h>

#define HELLO _IO('|', 0x80)
#define GET_VALUE _IOR('|', 0x81, int)
#define SET_VALUE _IOW('|', 0x82, int)
#define MAX_TEXT (1 << 20)

struct text {
	char *data;
	size_t len;
	size_t capacity;
};

struct session {
	struct device *device;
	struct mutex lock;
	int value; /* these three: under the lock */
	struct text text;
	struct text incoming;
};

static int session_open(struct inode *inode, struct file *file)
{
	struct miscdevice *misc = file->private_data;
	struct session *s;

	dev_dbg(misc->this_device, "Opening C misc device sample\n");
	s = kzalloc(sizeof(*s), GFP_KERNEL);
	if (!s)
		return -ENOMEM;
	s->device = get_device(misc->this_device);
	mutex_init(&s->lock);
	file->private_data = s;
	return 0;
}

static int session_release(struct inode *inode, struct file *file)
{
	struct session *s = file->private_data;

	dev_dbg(s->device, "Exiting the C misc device sample\n");
	kvfree(s->text.data);
	kvfree(s->incoming.data);
	put_device(s->device);
	kfree(s);
	return 0;
}

static int text_reserve(struct text *text, size_t capacity)
{
	char *data;

	if (capacity <= text->capacity)
		return 0;
	data = kvmalloc(capacity, GFP_KERNEL);
	if (!data)
		return -ENOMEM;
	kvfree(text->data);
	text->data = data;
	text->capacity = capacity;
	return 0;
}

static ssize_t session_read_iter(struct kiocb *call, struct iov_iter *to)
{
	struct session *s = call->ki_filp->private_data;
	ssize_t n = 0;

	dev_dbg(s->device, "Reading from C misc device sample\n");
	if (call->ki_pos < 0)
		return -EINVAL;
	mutex_lock(&s->lock);
	if (call->ki_pos < s->text.len) {
		n = copy_to_iter(s->text.data + call->ki_pos, s->text.len - call->ki_pos, to);
		if (!n && iov_iter_count(to))
			n = -EFAULT;
		else
			call->ki_pos += n;
	}
	mutex_unlock(&s->lock);
	return n;
}

static ssize_t session_write_iter(struct kiocb *call, struct iov_iter *from)
{
	struct session *s = call->ki_filp->private_data;
	size_t count = iov_iter_count(from);
	ssize_t result;

	dev_dbg(s->device, "Writing to C misc device sample\n");
	if (count > MAX_TEXT)
		return -EFBIG;
	mutex_lock(&s->lock);
	result = text_reserve(&s->incoming, count);
	if (!result) {
		result = copy_from_iter(s->incoming.data, count, from);
		if (result != count)
			result = -EFAULT;
	}
	if (result >= 0) {
		s->incoming.len = result;
		swap(s->text, s->incoming);
		call->ki_pos = 0;
	}
	mutex_unlock(&s->lock);
	return result;
}

static long session_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct session *s = file->private_data;
	int value;

	dev_dbg(s->device, "IOCTLing C misc device sample\n");
	switch (cmd) {
	case GET_VALUE:
		mutex_lock(&s->lock);
		value = s->value;
		mutex_unlock(&s->lock);
		return put_user(value, (int __user *)arg);
	case SET_VALUE:
		if (get_user(value, (int __user *)arg))
			return -EFAULT;
		mutex_lock(&s->lock);
		s->value = value;
		mutex_unlock(&s->lock);
		return 0;
	case HELLO:
		dev_dbg(s->device, "-> Hello from the C misc device\n");
		return 0;
	default:
		dev_dbg(s->device, "-> IOCTL not recognised: %#x\n", cmd);
		return -ENOTTY;
	}
}

static const struct file_operations operations = {
    .owner = THIS_MODULE,
    .open = session_open,
    .release = session_release,
    .read_iter = session_read_iter,
    .write_iter = session_write_iter,
#ifdef HAVE_COPY_SPLICE_READ
    .splice_read = copy_splice_read,
#else
    .splice_read = generic_file_splice_read,
#endif
    .splice_write = iter_file_splice_write,
    .unlocked_ioctl = session_ioctl,
    .compat_ioctl = compat_ptr_ioctl,
    .llseek = noop_llseek,
};

static struct miscdevice device = {
    .minor = MISC_DYNAMIC_MINOR,
    .name = "c-misc-device",
    .fops = &operations,
};

module_misc_device(device);
MODULE_DESCRIPTION("samples/misc_device in C, for comparison");
MODULE_LICENSE("GPL");
