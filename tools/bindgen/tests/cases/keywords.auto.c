// Written by keel-bindgen: the static inline functions that C++ calls.
#include <keywords.h>
#include "shim.h"

KEEL_SHIM int keel_shim_namespace(int p0) { return namespace(p0); }
