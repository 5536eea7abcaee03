// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/gate.hpp>
using namespace keel;
void caller(detail::Gate& gate, const SpinLock<u32>& state)
{
    auto guard = state.lock();
    gate.close(); // expect-error: [keel-atomic-context]
    ++*guard;
}
