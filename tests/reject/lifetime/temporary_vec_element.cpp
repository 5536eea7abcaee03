// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

Vec<u32> read_samples();
u32 first()
{
    const u32& head = read_samples()[0]; // expect-error: temporary
    return head;
}
