// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct Endpoint {
    Vec<u8> tx;
    Vec<u8> rx;
};
u8 flush(Endpoint& endpoint)
{
    const u8& first = endpoint.tx[0];
    endpoint.tx.clear(); // expect-error: [keel-exclusive]
    return first;
}
