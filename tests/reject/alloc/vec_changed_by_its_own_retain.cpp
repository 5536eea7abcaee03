// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

void drop_all(Vec<Box<u32>>& v)
{
    v.retain([&](const Box<u32>&) { // expect-error: [keel-exclusive-args]
        v.clear();
        return true;
    });
}
