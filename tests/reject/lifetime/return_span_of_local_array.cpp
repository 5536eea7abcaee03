// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

Span<u8> scratch()
{
    Array<u8, 16> bytes {};
    return bytes.span(); // expect-error: [keel-dangling]
}
