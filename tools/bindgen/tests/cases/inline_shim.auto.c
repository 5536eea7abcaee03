// Written by keel-bindgen: the static inline functions that C++ calls.
#include <inline_shim.h>
#include "shim.h"

KEEL_SHIM void keel_shim_nothing(void) { nothing(); }
KEEL_SHIM int keel_shim_plain(int p0, const struct thing *p1) { return plain(p0, p1); }
KEEL_SHIM const char *const *keel_shim_returns_pointer(_Bool p0) { return returns_pointer(p0); }
KEEL_SHIM int keel_shim_takes_array(const int p0[4]) { return takes_array(p0); }
KEEL_SHIM struct thing keel_shim_takes_struct(struct thing p0, anonymous_t p1) { return takes_struct(p0, p1); }
KEEL_SHIM void keel_shim_with_callback(void (*p0)(int, void *), void *p1) { with_callback(p0, p1); }
