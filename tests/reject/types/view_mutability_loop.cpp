// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

void zero(const Span<int>& values)
{
    for (int& value : values) // expect-error@+0: through a const view of type 'Span<int>' [keel-view-mutability]
        value = 0;
}
