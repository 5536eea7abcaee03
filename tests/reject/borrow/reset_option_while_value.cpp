// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct Request { u32 id; };
u32 finish(Option<Request>& current)
{
    const Request& request = current.value();
    current.reset(); // expect-error: [keel-exclusive]
    return request.id;
}
