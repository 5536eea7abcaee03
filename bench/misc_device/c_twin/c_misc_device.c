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

static ssize_t session_read(struct file *file, char __user *to, size_t count, loff_t *pos)
{
	struct session *s = file->private_data;
	ssize_t n = 0;

	dev_dbg(s->device, "Reading from C misc device sample\n");
	if (*pos < 0)
		return -EINVAL;
	mutex_lock(&s->lock);
	if (*pos < s->text.len) {
		n = min_t(size_t, count, s->text.len - *pos);
		if (copy_to_user(to, s->text.data + *pos, n))
			n = -EFAULT;
		else
			*pos += n;
	}
	mutex_unlock(&s->lock);
	return n;
}

static ssize_t session_write(struct file *file, const char __user *from, size_t count, loff_t *pos)
{
	struct session *s = file->private_data;
	ssize_t result;

	dev_dbg(s->device, "Writing to C misc device sample\n");
	if (count > MAX_TEXT)
		return -EFBIG;
	mutex_lock(&s->lock);
	result = text_reserve(&s->incoming, count);
	if (!result && copy_from_user(s->incoming.data, from, count))
		result = -EFAULT;
	if (!result) {
		s->incoming.len = count;
		swap(s->text, s->incoming);
		result = count;
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
		return copy_to_user((void __user *)arg, &value, sizeof(value)) ? -EFAULT : 0;
	case SET_VALUE:
		if (copy_from_user(&value, (void __user *)arg, sizeof(value)))
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
    .read = session_read,
    .write = session_write,
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
