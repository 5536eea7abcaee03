// SPDX-License-Identifier: GPL-2.0
// A reference that outlives what it refers to.
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

struct Reader {
    const Vec<u8>& bytes; // expect-error: field 'bytes' keeps a borrow, 'const Vec<u8> &': only a KEEL_VIEW class may [keel-borrow-field]
};
