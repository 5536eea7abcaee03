// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

struct State { Vec<u32> queue; };
u32 after_unlock(const SpinLock<State>& state)
{
    Span<u32> view;
    {
        auto s = state.lock();
        view = s->queue.span(); // expect-error: [keel-dangling]
    }
    return view[0];
}
