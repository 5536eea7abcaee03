// SPDX-License-Identifier: GPL-2.0
// rustc: E0373
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Adapter { Mutex<u32> state; };
void disconnect(Box<Adapter> adapter)
{
    later::queue([&adapter] { (*adapter->state.lock())++; }); // expect-error: [keel-borrow-escapes]
}
