// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

u32 last_of_many()
{
    Span<u32> last;
    for (u32 i = 0; i < 4; i++) {
        Array<u32, 2> round {i, i};
        last = round.span(); // expect-error: [keel-dangling]
    }
    return last[0];
}
