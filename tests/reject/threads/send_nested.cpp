// SPDX-License-Identifier: GPL-2.0
// Three types away, an address of the calling process.
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Request { ioctl::Arg arg; };
struct Port { Vec<Request> pending; };
struct Adapter { Option<Port> port; };
void start(Box<Adapter> adapter)
{
    later::hand_over(move(adapter)); // expect-error: [keel-not-send]
}
