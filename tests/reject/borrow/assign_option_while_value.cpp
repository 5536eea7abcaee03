// SPDX-License-Identifier: GPL-2.0
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

struct Request { Vec<u8> bytes; };
u8 next(Option<Request>& current, Request fresh)
{
    const u8& first = current.value().bytes[0];
    current = move(fresh); // expect-error: [keel-exclusive]
    return first;
}
