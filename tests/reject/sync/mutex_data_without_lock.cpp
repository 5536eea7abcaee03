// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/mutex.hpp>
using namespace keel;
struct State { int count; };
int caller(Mutex<State>& m) { return m.data_.count; } // expect-error: is a private member
