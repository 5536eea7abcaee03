// SPDX-License-Identifier: GPL-2.0
#include <linux/uaccess.h>
#include "shim.h"

KEEL_SHIM unsigned long keel_shim_copy_from_user(void *to, const void __user *from, unsigned long n)
{
	return copy_from_user(to, from, n);
}

KEEL_SHIM unsigned long keel_shim_copy_to_user(void __user *to, const void *from, unsigned long n)
{
	return copy_to_user(to, from, n);
}

KEEL_SHIM int keel_shim_get_user_1(void *to, const void __user *from)
{
	return get_user(*(u8 *)to, (const u8 __user *)from);
}

KEEL_SHIM int keel_shim_get_user_2(void *to, const void __user *from)
{
	return get_user(*(u16 *)to, (const u16 __user *)from);
}

KEEL_SHIM int keel_shim_get_user_4(void *to, const void __user *from)
{
	return get_user(*(u32 *)to, (const u32 __user *)from);
}

KEEL_SHIM int keel_shim_get_user_8(void *to, const void __user *from)
{
	return get_user(*(u64 *)to, (const u64 __user *)from);
}

KEEL_SHIM int keel_shim_put_user_1(u8 value, void __user *to) { return put_user(value, (u8 __user *)to); }

KEEL_SHIM int keel_shim_put_user_2(u16 value, void __user *to) { return put_user(value, (u16 __user *)to); }

KEEL_SHIM int keel_shim_put_user_4(u32 value, void __user *to) { return put_user(value, (u32 __user *)to); }

KEEL_SHIM int keel_shim_put_user_8(u64 value, void __user *to) { return put_user(value, (u64 __user *)to); }

KEEL_SHIM unsigned long keel_shim_clear_user(void __user *to, unsigned long n) { return clear_user(to, n); }
