// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

struct Cache {
    Option<int&> last; // expect-error: field 'last' keeps a borrow [keel-borrow-field]
};
