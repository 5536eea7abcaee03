// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

struct Request { Vec<u8> bytes; };
u8 first_byte(Result<Request> made)
{
    const u8& first = made.value().bytes[0];
    Request taken = made.take(); // expect-error: [keel-exclusive]
    taken.bytes.clear();
    return first;
}
