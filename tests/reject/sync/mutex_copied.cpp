// SPDX-License-Identifier: GPL-2.0
// The kernel keeps a mutex's address.
#include <keel/sync/mutex.hpp>
using namespace keel;
void caller(Mutex<int>& a) { Mutex<int> b = move(a); } // expect-error: deleted
