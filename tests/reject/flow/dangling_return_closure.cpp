// SPDX-License-Identifier: GPL-2.0
// A closure that captured a local variable by reference.
// rustc: E0373
#include <keel/core/types.hpp>
auto caller()
{
    int n = 1;
    return [&n]() -> int { return n; }; // expect-error: returns a borrow of 'n', which ends with this function [keel-dangling]
}
