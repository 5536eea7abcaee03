// SPDX-License-Identifier: GPL-2.0
// A negative length is a very large one.
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

Result<void> reserve(Vec<u8>& text, i32 len)
{
    return text.reserve(len, GFP_KERNEL); // expect-error: implicit conversion changes signedness
}
