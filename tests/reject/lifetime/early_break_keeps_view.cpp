// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

u32 search(const Vec<u32>& keys)
{
    Option<const u32&> found;
    for (u32 key : keys) {
        if (key > 10) {
            found = key; // expect-error: [keel-dangling]
            break;
        }
    }
    return found.is_some() ? found.value() : 0;
}
