// SPDX-License-Identifier: GPL-2.0
// Through a template that says it passes on.
// rustc: E0515
#include <keel/core/types.hpp>
template <class T> T& identity(T& t KEEL_LIFETIME_BOUND) { return t; }
int& caller(int& other KEEL_LIFETIME_BOUND)
{
    int n = other;
    return identity(n); // expect-error: returns a borrow of 'n', which ends with this function [keel-dangling]
}
