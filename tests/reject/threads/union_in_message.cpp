// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

union Payload {
    u64 number;
    u32 words[2];
};
struct Message { Payload payload; };
void start(Message message)
{
    later::hand_over(message); // expect-error: [keel-not-send]
}
