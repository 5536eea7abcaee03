// SPDX-License-Identifier: GPL-2.0
// A borrow of *this, where a parameter is named.
// rustc: E0621
#include <keel/alloc/vec.hpp>
using namespace keel;
struct Queue {
    Vec<int> entries;
    int& first(int& other KEEL_LIFETIME_BOUND)
    {
        if (entries.is_empty())
            return other;
        return entries[0]; // expect-error: returns a borrow of *this, which is not KEEL_LIFETIME_BOUND [keel-return-unbound]
    }
};
