// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

u32 index(i32 n)
{
    return n; // expect-error: implicit conversion changes signedness
}
