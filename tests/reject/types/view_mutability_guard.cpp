// SPDX-License-Identifier: GPL-2.0
// A guard lent as const. rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

void count(const Mutex<int>::Guard& held) { *held += 1; } // expect-error: through a const view of type [keel-view-mutability]
