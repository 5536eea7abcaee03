// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/prelude.hpp>
#include <keel/sync/rcu_ptr.hpp>
using namespace keel;
void change(const RcuPtr<u32>& pointer)
{
    const auto section = rcu::read();
    pointer.get(section).value() = 1; // expect-error: cannot assign
}
