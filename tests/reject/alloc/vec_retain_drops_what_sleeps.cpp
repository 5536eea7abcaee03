// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

void drop_empty(const SpinLock<Vec<VVec<u8>>>& buffers)
{
    buffers.lock()->retain([](const VVec<u8>& b) { return !b.is_empty(); }); // expect-error: [keel-atomic-context]
}
