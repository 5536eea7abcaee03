// SPDX-License-Identifier: GPL-2.0
// The kernel's way out waits for who is inside, so nothing in there may sleep: as a timer's start may not.
#include <keel/prelude.hpp>
#include <keel/task/gate.hpp>
using namespace keel;
bool caller(const detail::Gate& gate, const Mutex<u32>& state)
{
    return gate.pass([&] { return *state.lock() != 0; }); // expect-error: [keel-atomic-context]
}
