// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

struct Session { u32 id; };
bool is_session(void* cookie)
{
    return static_cast<Session*>(cookie) != nullptr; // expect-error: [keel-unsafe-op]
}
