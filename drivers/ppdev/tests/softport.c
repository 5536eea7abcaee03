// SPDX-License-Identifier: GPL-2.0
/*
 * A parallel port without hardware, with an IEEE 1284 peripheral at its other end.
 *
 * It negotiates nibble, byte, EPP and ECP mode and device IDs line by line, as a printer would, and rejects all others.
 * Transfers are done at once: what is read are letters that tell the mode and count up, what is written is kept. Each
 * transfer is noted, with its flags, in the file "log" of the folder softport of debugfs. Every third read finds nothing
 * to read, and no transfer is longer than 7 bytes, so that who reads and writes has to try again. With the parameter
 * "slow" writing in compatibility mode takes longer than a device's turn (200 ms), and lets others have one then, as
 * the kernel's own protocols do.
 */
#include <linux/debugfs.h>
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/module.h>
#include <linux/parport.h>
#include <linux/seq_file.h>
#include <linux/spinlock.h>
#include <linux/version.h>

#define IDLE (PARPORT_STATUS_BUSY | PARPORT_STATUS_ACK | PARPORT_STATUS_SELECT | PARPORT_STATUS_ERROR)
#define MOST 7
#define LOG_SIZE 16384

enum phase { PHASE_IDLE, PHASE_ASKED, PHASE_STROBED, PHASE_AGREED, PHASE_ENDING };

static struct {
	spinlock_t lock;
	enum phase phase;
	unsigned char data, control, status, asked;
	bool is_reverse;
	unsigned int reads, letters;
	size_t logged;
	char log[LOG_SIZE];
} soft = {.lock = __SPIN_LOCK_UNLOCKED(soft.lock), .status = IDLE};

static bool slow;
module_param(slow, bool, 0600);
MODULE_PARM_DESC(slow, "whether writing takes longer than a turn");

static struct parport *port;
static struct device *parent;
static struct dentry *folder;

static void note(const char *what, size_t len, int flags)
{
	soft.logged += scnprintf(soft.log + soft.logged, LOG_SIZE - soft.logged, "%s %zu %#x\n", what, len, flags);
}

static bool is_supported(unsigned char mode)
{
	switch (mode & ~IEEE1284_DEVICEID) {
	case IEEE1284_MODE_NIBBLE:
	case IEEE1284_MODE_BYTE:
	case IEEE1284_MODE_ECP:
	case IEEE1284_MODE_EPP:
		return true;
	}
	return false;
}

/* What the peripheral does when the control lines change; the events are those of the standard. */
static void respond(unsigned char before, unsigned char now)
{
	bool is_1284 = !(now & PARPORT_CONTROL_SELECT), autofd = now & PARPORT_CONTROL_AUTOFD;
	bool strobe = now & PARPORT_CONTROL_STROBE;

	if (!(now & PARPORT_CONTROL_INIT) && (before & PARPORT_CONTROL_INIT) && soft.phase == PHASE_AGREED) {
		soft.phase = PHASE_IDLE; /* 68: EPP ends at once */
		soft.status = IDLE;
		return;
	}
	switch (soft.phase) {
	case PHASE_IDLE:
		if (is_1284 && autofd) { /* 1, 2 */
			soft.asked = soft.data;
			soft.status = (IDLE | PARPORT_STATUS_PAPEROUT) & ~PARPORT_STATUS_ACK;
			soft.phase = PHASE_ASKED;
		}
		break;
	case PHASE_ASKED:
		if (strobe)
			soft.phase = PHASE_STROBED; /* 3 */
		break;
	case PHASE_STROBED:
		if (!strobe && !autofd) { /* 4, 5, 6 */
			soft.status = IDLE & ~PARPORT_STATUS_SELECT;
			if (is_supported(soft.asked) && soft.asked != IEEE1284_MODE_NIBBLE)
				soft.status |= PARPORT_STATUS_SELECT;
			soft.phase = PHASE_AGREED;
		}
		break;
	case PHASE_AGREED:
		if (!is_1284) { /* 22, 24 */
			soft.status &= ~PARPORT_STATUS_ACK;
			soft.phase = PHASE_ENDING;
		} else if (autofd) {
			soft.status |= PARPORT_STATUS_PAPEROUT; /* 30, 31 */
		}
		break;
	case PHASE_ENDING:
		if (autofd) { /* 25, 27 */
			soft.status = IDLE;
			soft.phase = PHASE_IDLE;
		}
		break;
	}
}

static void set_control(unsigned char mask, unsigned char value)
{
	unsigned char before = soft.control;

	soft.control = (before & ~mask) | (value & mask & 0x0f);
	respond(before, soft.control);
}

static void write_data(struct parport *p, unsigned char data) { soft.data = data; }

static unsigned char read_data(struct parport *p) { return soft.is_reverse ? 0xff : soft.data; }

static void write_control(struct parport *p, unsigned char control)
{
	unsigned long flags;

	spin_lock_irqsave(&soft.lock, flags);
	set_control(0x0f, control);
	spin_unlock_irqrestore(&soft.lock, flags);
}

static unsigned char read_control(struct parport *p) { return soft.control; }

static unsigned char frob_control(struct parport *p, unsigned char mask, unsigned char value)
{
	unsigned long flags;

	spin_lock_irqsave(&soft.lock, flags);
	set_control(mask, value);
	spin_unlock_irqrestore(&soft.lock, flags);
	return soft.control;
}

static unsigned char read_status(struct parport *p) { return soft.status; }

static void switch_irq(struct parport *p) {}

static void data_forward(struct parport *p) { soft.is_reverse = false; }

static void data_reverse(struct parport *p) { soft.is_reverse = true; }

static void init_state(struct pardevice *device, struct parport_state *state)
{
	state->u.pc.ctr = PARPORT_CONTROL_SELECT | PARPORT_CONTROL_INIT;
}

static void save_state(struct parport *p, struct parport_state *state) { state->u.pc.ctr = soft.control; }

static void restore_state(struct parport *p, struct parport_state *state)
{
	unsigned long flags;

	/* Called with the port's lock held, interrupts off. */
	spin_lock_irqsave(&soft.lock, flags);
	soft.control = state->u.pc.ctr;
	spin_unlock_irqrestore(&soft.lock, flags);
}

static size_t give(const char *what, char letter, void *to, size_t len, int flags)
{
	unsigned long irq;
	size_t i;

	spin_lock_irqsave(&soft.lock, irq);
	len = ++soft.reads % 3 ? min_t(size_t, len, MOST) : 0;
	for (i = 0; i < len; i++)
		((char *)to)[i] = letter + soft.letters++ % 16;
	note(what, len, flags);
	spin_unlock_irqrestore(&soft.lock, irq);
	return len;
}

static size_t take(const char *what, const void *from, size_t len, int flags)
{
	unsigned long irq;
	size_t i;

	spin_lock_irqsave(&soft.lock, irq);
	len = min_t(size_t, len, MOST);
	note(what, len, flags);
	for (i = 0; i < len; i++)
		soft.logged += scnprintf(soft.log + soft.logged, LOG_SIZE - soft.logged, "%02x\n", ((u8 *)from)[i]);
	spin_unlock_irqrestore(&soft.lock, irq);
	return len;
}

#define GIVES(name, letter)                                                                                            \
	static size_t name(struct parport *p, void *to, size_t len, int flags)                                         \
	{                                                                                                              \
		return give(#name, letter, to, len, flags);                                                            \
	}
#define TAKES(name)                                                                                                    \
	static size_t name(struct parport *p, const void *from, size_t len, int flags)                                 \
	{                                                                                                              \
		return take(#name, from, len, flags);                                                                  \
	}

GIVES(nibble_read_data, 'a')
GIVES(byte_read_data, 'A')
GIVES(epp_read_data, '0')
GIVES(epp_read_addr, 'p')
GIVES(ecp_read_data, 'P')
TAKES(epp_write_data)
TAKES(epp_write_addr)
TAKES(ecp_write_data)
TAKES(ecp_write_addr)

static size_t compat_write_data(struct parport *p, const void *from, size_t len, int flags)
{
	struct pardevice *writer = p->physport->cad;

	len = take("compat_write_data", from, len, flags);
	if (slow) {
		msleep(400);
		parport_yield_blocking(writer);
	}
	return len;
}

static struct parport_operations operations = {
    .write_data = write_data,
    .read_data = read_data,
    .write_control = write_control,
    .read_control = read_control,
    .frob_control = frob_control,
    .read_status = read_status,
    .enable_irq = switch_irq,
    .disable_irq = switch_irq,
    .data_forward = data_forward,
    .data_reverse = data_reverse,
    .init_state = init_state,
    .save_state = save_state,
    .restore_state = restore_state,
    .epp_write_data = epp_write_data,
    .epp_read_data = epp_read_data,
    .epp_write_addr = epp_write_addr,
    .epp_read_addr = epp_read_addr,
    .ecp_write_data = ecp_write_data,
    .ecp_read_data = ecp_read_data,
    .ecp_write_addr = ecp_write_addr,
    .compat_write_data = compat_write_data,
    .nibble_read_data = nibble_read_data,
    .byte_read_data = byte_read_data,
    .owner = THIS_MODULE,
};

static int log_show(struct seq_file *file, void *unused)
{
	unsigned long flags;

	spin_lock_irqsave(&soft.lock, flags);
	seq_write(file, soft.log, soft.logged);
	spin_unlock_irqrestore(&soft.lock, flags);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(log);

static int __init softport_init(void)
{
	parent = root_device_register("softport");
	if (IS_ERR(parent))
		return PTR_ERR(parent);
	port = parport_register_port(0, PARPORT_IRQ_NONE, PARPORT_DMA_NONE, &operations);
	if (!port) {
		root_device_unregister(parent);
		return -ENOMEM;
	}
	port->dev = parent;
	port->modes = PARPORT_MODE_PCSPP | PARPORT_MODE_EPP | PARPORT_MODE_ECP;
	folder = debugfs_create_dir("softport", NULL);
	debugfs_create_file("log", 0400, folder, NULL, &log_fops);
	parport_announce_port(port);
	return 0;
}

static void __exit softport_exit(void)
{
	debugfs_remove_recursive(folder);
	parport_remove_port(port);
	parport_del_port(port);
	root_device_unregister(parent);
}

module_init(softport_init);
module_exit(softport_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("A parallel port in software, with an IEEE 1284 peripheral");
