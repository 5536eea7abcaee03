// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct Line { Option<Vec<u8>> text; };
u8 hang_up(Line& line)
{
    const u8& first = line.text.value()[0];
    line.text.reset(); // expect-error: [keel-exclusive]
    return first;
}
