// SPDX-License-Identifier: GPL-2.0
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

u8 replace(Vec<u8>& text)
{
    const u8& first = text[0];
    text = Vec<u8>(); // expect-error: [keel-exclusive]
    return first;
}
