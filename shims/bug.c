// SPDX-License-Identifier: GPL-2.0
#include <linux/bug.h>
#include "shim.h"

/*
 * The kernel's macro takes the place of a warning from the compiler, which here would be this file. So its two names for
 * that are the parameters of the functions below: constants where these are inlined, which is what the macro needs.
 */
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wbuiltin-macro-redefined"
#pragma push_macro("__FILE__")
#pragma push_macro("__LINE__")
#undef __FILE__
#undef __LINE__
#define __FILE__ file
#define __LINE__ line

/* Some kernels also keep the text of the condition. */
#ifdef WARN_CONDITION_STR
#define KEEL_WARN(flags) __WARN_FLAGS("", flags)
#else
#define KEEL_WARN(flags) __WARN_FLAGS(flags)
#endif

KEEL_SHIM void keel_shim_warn_at(const char *file, int line) { KEEL_WARN(BUGFLAG_TAINT(TAINT_WARN)); }
KEEL_SHIM void keel_shim_warn_once_at(const char *file, int line)
{
	KEEL_WARN(BUGFLAG_ONCE | BUGFLAG_TAINT(TAINT_WARN));
}

/* After __warn_printk, which has printed the line that begins a report. */
KEEL_SHIM void keel_shim_warn_after_text_at(const char *file, int line)
{
	KEEL_WARN(BUGFLAG_NO_CUT_HERE | BUGFLAG_TAINT(TAINT_WARN));
}

#pragma pop_macro("__LINE__")
#pragma pop_macro("__FILE__")
#pragma clang diagnostic pop
