// SPDX-License-Identifier: GPL-2.0
// It would be destroyed in a softirq.
#include <keel/prelude.hpp>
#include <keel/sync/rcu_ptr.hpp>
using namespace keel;
struct Table {
    Mutex<u32> users;
    ~Table() { *users.lock() = 0; } // expect-error: [keel-atomic-context]
};
void swap(const RcuPtr<Table>& pointer) { pointer.replace({}); }
