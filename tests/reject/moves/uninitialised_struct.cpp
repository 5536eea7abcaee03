// SPDX-License-Identifier: GPL-2.0
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

struct Reply {
    u32 status;
    u32 len;
};
u32 status()
{
    Reply reply; // expect-error: [keel-uninit]
    reply.status = 1;
    return reply.status + reply.len;
}
