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

KEEL_SHIM struct user_namespace *keel_shim_cred_user_namespace(const struct cred *cred) { return cred->user_ns; }
KEEL_SHIM bool keel_shim_current_in_group(unsigned int gid) { return in_group_p(KGIDT_INIT(gid)); }

KEEL_SHIM unsigned int keel_shim_uid_in_namespace(struct user_namespace *ns, unsigned int uid)
{
	return from_kuid_munged(ns, KUIDT_INIT(uid));
}
KEEL_SHIM unsigned int keel_shim_gid_in_namespace(struct user_namespace *ns, unsigned int gid)
{
	return from_kgid_munged(ns, KGIDT_INIT(gid));
}
KEEL_SHIM unsigned int keel_shim_uid_of_namespace(struct user_namespace *ns, unsigned int number)
{
	return __kuid_val(make_kuid(ns, number));
}
KEEL_SHIM unsigned int keel_shim_gid_of_namespace(struct user_namespace *ns, unsigned int number)
{
	return __kgid_val(make_kgid(ns, number));
}

KEEL_SHIM unsigned int keel_shim_uid_in_current_namespace(unsigned int uid)
{
	return from_kuid_munged(current_user_ns(), KUIDT_INIT(uid));
}

KEEL_SHIM unsigned int keel_shim_gid_in_current_namespace(unsigned int gid)
{
	return from_kgid_munged(current_user_ns(), KGIDT_INIT(gid));
}
