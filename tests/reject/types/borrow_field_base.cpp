// SPDX-License-Identifier: GPL-2.0
// A base that is a view makes a view. rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_VIEW Shown {
    Span<int> values;
};

struct Kept : Shown { // expect-error: base 'Shown' is a borrow: only a KEEL_VIEW class may [keel-borrow-field]
    int n;
};
