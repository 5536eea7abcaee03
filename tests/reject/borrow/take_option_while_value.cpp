// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

struct Request { u32 id; };
u32 finish(Option<Box<Request>>& current)
{
    const Request& request = *current.value();
    Box<Request> taken = current.take(); // expect-error: [keel-exclusive]
    return request.id + taken->id;
}
