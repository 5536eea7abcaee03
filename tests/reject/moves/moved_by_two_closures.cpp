// SPDX-License-Identifier: GPL-2.0
// Two closures cannot both own it.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

Result<usize> twice(Box<u32> box)
{
    auto one = [held = move(box)] { return *held; };
    auto other = [held = move(box)] { return *held; }; // expect-error: [keel-use-after-move]
    return one() + other();
}
