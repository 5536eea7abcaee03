// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> inner(bool detailed)
{
    Span<u32> view;
    if (detailed) {
        Vec<u32> samples;
        TRY(samples.resize(8, 0u, GFP_KERNEL));
        view = samples.span(); // expect-error: [keel-dangling]
    }
    return view.is_empty() ? 0u : view[0];
}
