// SPDX-License-Identifier: GPL-2.0
// Three types away, a pointer.
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Registers { u32* base; };
struct Port { Registers registers; };
struct Adapter { Vec<Port> ports; };
void start(Box<Adapter> adapter)
{
    later::hand_over(move(adapter)); // expect-error: [keel-not-send]
}
