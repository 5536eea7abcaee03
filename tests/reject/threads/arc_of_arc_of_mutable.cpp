// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Buffer { u8* bytes; };
struct Shared { Arc<Buffer> buffer; };
void start(Arc<Shared> shared)
{
    later::hand_over(move(shared)); // expect-error: [keel-not-send]
}
