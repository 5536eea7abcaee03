/* SPDX-License-Identifier: GPL-2.0 */
/* What every shim starts with. */
#ifndef KEEL_SHIM_H
#define KEEL_SHIM_H

/*
 * A shim gives C++ a symbol to call for what C has as a macro, as a static inline function, or under changing names: it
 * is named keel_shim_NAME and C++ calls it bindings::NAME. It is merged into the module as bitcode and inlined there;
 * external linkage keeps it in the bitcode until then.
 */
#define KEEL_SHIM __attribute__((always_inline))

#endif
