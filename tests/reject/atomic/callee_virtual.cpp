// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Policy {
    virtual void apply(u32 n) const = 0;
};
void count(const SpinLock<u32>& hits, const Policy& policy)
{
    auto h = hits.lock();
    policy.apply(++*h); // expect-error: [keel-atomic-context]
}
