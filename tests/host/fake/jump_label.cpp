// SPDX-License-Identifier: GPL-2.0
// Static keys that are read, since no code is patched here.
#include "context.hpp"

#include <bindings/sync.hpp>

namespace {

int& is_on(bindings::static_key* key) { return *reinterpret_cast<int*>(key); }

} // namespace

namespace bindings {
extern "C" {

bool static_branch(static_key* key) { return is_on(key) != 0; }
void static_key_enable(static_key* key) { fake::may_sleep(__func__), is_on(key) = 1; }
void static_key_disable(static_key* key) { fake::may_sleep(__func__), is_on(key) = 0; }

} // extern "C"
} // namespace bindings
