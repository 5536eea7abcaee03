// SPDX-License-Identifier: GPL-2.0
// The lock is given back half-way, and the function goes on as if it held it.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct State { u32 balance; };
template <class G> void unlock([[maybe_unused]] G guard) {}
u32 withdraw(const Mutex<State>& state, u32 n)
{
    auto s = state.lock();
    unlock(move(s));
    s->balance -= n; // expect-error: [keel-use-after-move]
    return n;
}
