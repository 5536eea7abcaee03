// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct Policy {
    virtual void apply(Vec<u32>& queue) const = 0;
};
u32 run(const Policy& policy, Vec<u32>& queue)
{
    const u32& head = queue[0];
    policy.apply(queue); // expect-error: [keel-exclusive]
    return head;
}
