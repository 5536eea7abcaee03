// SPDX-License-Identifier: GPL-2.0
// What many owners share, and what another thread may come to own, is Sync.
#include <keel/prelude.hpp>
#include <keel/sync/weak.hpp>
using namespace keel;
#include "../support/later.hpp"
struct KEEL_NOT_SYNC Node {
    using HasWeak = void;
    u32 x;
};
void caller(Weak<Node> node)
{
    later::hand_over(move(node)); // expect-error: [keel-not-send]
}
