// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

void zero(const Vec<Span<int>>& parts)
{
    parts[0][1] = 0; // expect-error: through a const view of type 'Span<int>' [keel-view-mutability]
}
