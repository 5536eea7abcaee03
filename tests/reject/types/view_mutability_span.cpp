// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

void zero(const Span<u8>& bytes)
{
    bytes[0] = 0; // expect-error: through a const view of type 'Span<u8>' [keel-view-mutability]
}
