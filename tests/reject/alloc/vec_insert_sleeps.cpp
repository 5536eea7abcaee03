// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<void> add(const SpinLock<Vec<u32>>& v)
{
    return v.lock()->insert(0, 1u, GFP_KERNEL); // expect-error: [keel-atomic-context]
}
