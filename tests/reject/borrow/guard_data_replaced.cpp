// SPDX-License-Identifier: GPL-2.0
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

struct State { Box<Vec<u8>> text; };
Result<u8> swap_text(const Mutex<State>& state)
{
    auto s = state.lock();
    const u8& first = (*s->text)[0];
    s->text = TRY(Box<Vec<u8>>::create(GFP_KERNEL)); // expect-error: [keel-exclusive]
    return first;
}
