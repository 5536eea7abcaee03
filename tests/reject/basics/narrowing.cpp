// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

u8 low(u64 n)
{
    return n; // expect-error: implicit conversion loses integer precision
}
