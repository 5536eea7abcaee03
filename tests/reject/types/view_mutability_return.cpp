// SPDX-License-Identifier: GPL-2.0
// rustc: E0596
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_VIEW Writer {
    Vec<int>& to;

    Vec<int>& out() const { return to; } // expect-error: through a const view of type 'Writer' [keel-view-mutability]
};
