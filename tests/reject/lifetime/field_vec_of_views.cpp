// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    Vec<Str> words; // expect-error: [keel-borrow-field]
};
