// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Session { Vec<u8> text; };
usize twice(Session& session)
{
    Session copy = session; // expect-error: deleted
    return copy.text.len();
}
