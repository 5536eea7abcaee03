// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

Vec<u8> content(Vec<u8>* bytes)
{
    UNSAFE("bytes is live: the caller has just made it") { return move(*bytes); } // expect-error: [keel-move-from-borrow]
}
