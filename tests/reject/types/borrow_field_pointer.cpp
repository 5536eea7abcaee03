// SPDX-License-Identifier: GPL-2.0
// rustc: none, a raw pointer says nothing of how long it is good
#include <keel/prelude.hpp>

using namespace keel;

struct Reader {
    const u8* bytes; // expect-error: field 'bytes' keeps a borrow [keel-borrow-field]
    usize len;
};
