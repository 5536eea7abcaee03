// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>
#include <keel/sync/rcu_ptr.hpp>
using namespace keel;
struct Session {
    rcu::ReadGuard section; // expect-error: [keel-borrow-field]
};
