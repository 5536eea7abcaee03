// SPDX-License-Identifier: GPL-2.0
// A copy would be a second mutable view. rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_VIEW Pair {
    Span<int> first;
    Span<int> second;
};

void swap_parts(const Pair& pair)
{
    Span<int> mine = pair.first; // expect-error: through a const view of type 'Span<int>' [keel-view-mutability]
    mine[0] = 1;
}
