// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void arm(const Arc<SpinLock<Vec<u32>>>& log)
{
    later::every(10, [l = log.clone()] {
        auto entries = l->lock();
        if (!entries->push(1u, GFP_KERNEL).ok()) // expect-error: [keel-atomic-context]
            pr_warn("no memory\n");
    });
}
