// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Request { ioctl::Arg arg; };
struct Shared { Arc<Request> request; };
void start(Arc<Shared> shared)
{
    later::hand_over(move(shared)); // expect-error: [keel-not-send]
}
