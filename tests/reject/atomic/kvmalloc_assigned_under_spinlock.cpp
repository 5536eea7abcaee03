// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct State { KVVec<u8> text; };
void clear(const SpinLock<State>& state)
{
    auto s = state.lock();
    s->text = KVVec<u8>(); // expect-error: [keel-atomic-context]
}
