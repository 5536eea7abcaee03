// Written by keel-bindgen: the static inline functions that C++ calls.
#include <attributes.h>
#include "shim.h"

KEEL_SHIM int keel_shim_must_use_inline(void) { return must_use_inline(); }
