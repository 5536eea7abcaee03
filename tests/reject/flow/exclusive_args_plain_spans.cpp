// SPDX-License-Identifier: GPL-2.0
// The same bytes as target and as source.
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

void copy(Span<u8> to, Span<const u8> from)
{
    for (usize i = 0; i < to.len(); i++)
        to[i] = from[i];
}
void call(Array<u8, 8>& bytes)
{
    copy(bytes.span(), bytes.first(4)); // expect-error: [keel-exclusive-args]
}
