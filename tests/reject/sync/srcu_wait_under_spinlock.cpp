// SPDX-License-Identifier: GPL-2.0
// rustc: klint
#include <keel/prelude.hpp>
#include <keel/sync/srcu.hpp>
using namespace keel;
void look(const Srcu& domain, const SpinLock<u32>& lock)
{
    const auto section = domain.read();
    auto held = lock.lock();
    domain.synchronize(); // expect-error: [keel-atomic-context]
}
