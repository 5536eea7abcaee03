// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

template <class T> T& same(T& value KEEL_LIFETIME_BOUND) { return value; }
u32& through()
{
    u32 local = 0;
    return same(local); // expect-error: [keel-dangling]
}
