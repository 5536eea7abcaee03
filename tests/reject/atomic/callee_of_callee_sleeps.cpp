// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<void> log(Vec<u8>& text, u8 byte) { return text.push(byte, GFP_KERNEL); }
Result<void> log_twice(Vec<u8>& text, u8 byte)
{
    TRY(log(text, byte));
    return log(text, byte);
}
Result<void> count(const SpinLock<u32>& hits, Vec<u8>& text)
{
    auto h = hits.lock();
    (*h)++;
    return log_twice(text, static_cast<u8>(*h)); // expect-error: [keel-atomic-context]
}
