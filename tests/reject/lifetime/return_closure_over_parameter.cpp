// SPDX-License-Identifier: GPL-2.0
// rustc: E0373
#include <keel/prelude.hpp>

using namespace keel;

auto limiter(u32 limit)
{
    return [&](u32 n) { return n < limit; }; // expect-error: parameter 'limit'
}
