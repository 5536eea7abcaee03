// SPDX-License-Identifier: GPL-2.0
// A reference to a local variable.
// rustc: E0515
#include <keel/core/types.hpp>
int& caller(int& other KEEL_LIFETIME_BOUND)
{
    int n = 1;
    int& same = other == 0 ? other : n;
    return same; // expect-error: returns a borrow of 'n', which ends with this function [keel-dangling]
}
