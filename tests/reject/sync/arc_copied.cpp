// SPDX-License-Identifier: GPL-2.0
// Owners are added by clone, where it can be seen.
#include <keel/sync/arc.hpp>
using namespace keel;
Arc<int> caller(Arc<int>& shared) { return Arc<int>(shared); } // expect-error: deleted
