// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u8 exchange(Vec<u8>& active, Vec<u8>& spare)
{
    const u8& first = active[0];
    swap(active, spare); // expect-error: [keel-exclusive]
    return first;
}
