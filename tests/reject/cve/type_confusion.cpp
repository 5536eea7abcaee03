// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

struct Session { u32 id; };
struct Channel { u64 id; };
u64 id(void* private_data, bool is_session)
{
    if (is_session)
        return static_cast<Session*>(private_data)->id; // expect-error: [keel-unsafe-op]
    return 0;
}
