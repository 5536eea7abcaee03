// SPDX-License-Identifier: GPL-2.0
// A guard belongs to the scope that took it. rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    Mutex<int>::Guard held; // expect-error: field 'held' keeps a borrow [keel-borrow-field]
};
