// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/alloc/string.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<usize> add(String& text)
{
    Str view = text.as_str();
    TRY(text.append("more", GFP_KERNEL)); // expect-error: [keel-exclusive]
    return view.len();
}
