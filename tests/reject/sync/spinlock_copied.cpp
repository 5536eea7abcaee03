// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/spinlock.hpp>
using namespace keel;
void caller(SpinLock<int>& a) { SpinLock<int> b = move(a); } // expect-error: deleted
