// SPDX-License-Identifier: GPL-2.0
// What a parameter owns ends with the function.
// rustc: E0515
#include <keel/alloc/box.hpp>
using namespace keel;
int& caller(int& other KEEL_LIFETIME_BOUND, Box<int> box)
{
    if (*box == 0)
        return other;
    return *box; // expect-error: returns a borrow of 'box', which ends with this function [keel-dangling]
}
