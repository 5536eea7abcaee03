// SPDX-License-Identifier: GPL-2.0
// 64 bits were checked, 32 are used.
// rustc: E0308
#include <keel/prelude.hpp>
#include <keel/uaccess/user.hpp>

using namespace keel;

Result<void> resize(Vec<u8>& text, u64 len)
{
    const u32 n = len; // expect-error: implicit conversion loses integer precision
    return text.resize(n, u8 {0}, GFP_KERNEL);
}
