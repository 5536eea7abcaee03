// SPDX-License-Identifier: GPL-2.0
// What a local Box owns.
// rustc: E0515
#include <keel/alloc/box.hpp>
using namespace keel;
int& caller(int& other KEEL_LIFETIME_BOUND, Box<int> (*make)())
{
    Box<int> box = make();
    if (*box == 0)
        return other;
    return *box; // expect-error: returns a borrow of 'box', which ends with this function [keel-dangling]
}
