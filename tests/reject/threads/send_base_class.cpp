// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Request { ioctl::Arg arg; };
struct Timer : Request { u32 irq; };
void start(Timer timer)
{
    later::hand_over(move(timer)); // expect-error: [keel-not-send]
}
