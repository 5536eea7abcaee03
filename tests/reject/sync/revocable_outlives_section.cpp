// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>
#include <keel/sync/revocable.hpp>
using namespace keel;
u32 use(const Revocable<u32>& registers)
{
    const auto seen = registers.get(rcu::read()); // expect-error: temporary
    return seen.value();
}
