// SPDX-License-Identifier: GPL-2.0
// What is shared is read-only.
#include <keel/sync/arc.hpp>
using namespace keel;
void caller(Arc<int>& shared) { *shared = 1; } // expect-error: cannot assign
