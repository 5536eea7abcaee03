// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

struct Session { Vec<u8> text; };
void clear(Session& session)
{
    session.text.~Vec(); // expect-error: [keel-unsafe-op]
}
