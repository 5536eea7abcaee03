// SPDX-License-Identifier: GPL-2.0
// A Vec of views borrows what they show. rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

struct Lines {
    Vec<Str> lines; // expect-error: field 'lines' keeps a borrow [keel-borrow-field]
};
