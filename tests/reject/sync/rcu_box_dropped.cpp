// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/rcu_ptr.hpp>
using namespace keel;
void forget(const RcuPtr<u32>& pointer)
{
    pointer.exchange({}); // expect-error: ignoring return value
}
