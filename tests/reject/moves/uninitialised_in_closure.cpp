// SPDX-License-Identifier: GPL-2.0
// A variable of a closure without a value.
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

u32 closure()
{
    auto compute = [](bool set) {
        u32 value; // expect-error: [keel-uninit]
        if (set) // expect-error: is used uninitialized
            value = 1;
        return value;
    };
    return compute(false);
}
