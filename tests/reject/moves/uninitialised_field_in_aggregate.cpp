// SPDX-License-Identifier: GPL-2.0
// rustc: E0063
#include <keel/prelude.hpp>

using namespace keel;

struct Options {
    u32 rate;
    u32 lanes;
};
Options fast()
{
    return {.rate = 400}; // expect-error: missing field 'lanes' initializer
}
