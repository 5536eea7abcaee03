// SPDX-License-Identifier: GPL-2.0
// rustc: E0616
#include <keel/prelude.hpp>

using namespace keel;

class Counter {
    u32 n_ = 0;
};
u32 peek(const Counter& counter)
{
    return counter.n_; // expect-error: is a private member
}
