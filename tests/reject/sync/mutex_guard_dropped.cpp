// SPDX-License-Identifier: GPL-2.0
// A guard that is not kept protects nothing.
#include <keel/sync/mutex.hpp>
using namespace keel;
void caller(Mutex<int>& m) { m.lock(); } // expect-error: ignoring return value
