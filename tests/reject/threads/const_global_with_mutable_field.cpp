// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

struct Cache {
    constexpr Cache() = default;
    u32 get() const { return ++value; }
    mutable u32 value = 0; // expect-error: [keel-mutable-field]
};
static constinit const Cache cache; // expect-error: [keel-not-sync]
u32 look() { return cache.get(); }
