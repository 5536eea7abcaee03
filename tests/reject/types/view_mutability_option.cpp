// SPDX-License-Identifier: GPL-2.0
// Inside an owner of a view. rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

void zero(const Option<Span<int>>& maybe)
{
    maybe.value()[0] = 0; // expect-error: through a const view of type 'Span<int>' [keel-view-mutability]
}
