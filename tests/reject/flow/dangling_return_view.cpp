// SPDX-License-Identifier: GPL-2.0
// A view of one's own kind.
// rustc: E0515
#include <keel/core/types.hpp>
struct KEEL_VIEW Ref {
    int& n;
};
Ref caller(int& other KEEL_LIFETIME_BOUND)
{
    int n = other;
    return Ref {n}; // expect-error: returns a borrow of 'n', which ends with this function [keel-dangling]
}
