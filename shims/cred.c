// SPDX-License-Identifier: GPL-2.0
#include <linux/cred.h>
#include <linux/uidgid.h>
#include <linux/user_namespace.h>
#include "shim.h"

KEEL_SHIM const struct cred *keel_shim_credentials_of_current(void) { return current_cred(); }
KEEL_SHIM unsigned int keel_shim_cred_uid(const struct cred *cred) { return __kuid_val(cred->uid); }
KEEL_SHIM unsigned int keel_shim_cred_euid(const struct cred *cred) { return __kuid_val(cred->euid); }
KEEL_SHIM unsigned int keel_shim_cred_gid(const struct cred *cred) { return __kgid_val(cred->gid); }
KEEL_SHIM unsigned int keel_shim_cred_egid(const struct cred *cred) { return __kgid_val(cred->egid); }

KEEL_SHIM unsigned int keel_shim_uid_in_current_namespace(unsigned int uid)
{
	return from_kuid_munged(current_user_ns(), KUIDT_INIT(uid));
}

KEEL_SHIM unsigned int keel_shim_gid_in_current_namespace(unsigned int gid)
{
	return from_kgid_munged(current_user_ns(), KGIDT_INIT(gid));
}
