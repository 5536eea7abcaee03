// SPDX-License-Identifier: GPL-2.0
// rustc: E0521
#include <keel/prelude.hpp>

using namespace keel;

const int& first(const Vec<int>& values KEEL_LIFETIME_BOUND)
{
    static const Span<const int> seen = values; // expect-error: global 'seen' keeps a borrow [keel-borrow-global]
    return seen[0];
}
