// Written by keel-bindgen: the static inline functions that C++ calls.
#include <address_spaces.h>
#include "shim.h"

KEEL_SHIM unsigned char keel_shim_read_user(const unsigned char *p0, void *p1) { return read_user((const unsigned char __user *)(unsigned long)p0, (void __iomem *)(unsigned long)p1); }
