// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/mutex.hpp>
using namespace keel;
void caller(Mutex<int>& m) { m.lock_interruptible(); } // expect-error: ignoring return value
