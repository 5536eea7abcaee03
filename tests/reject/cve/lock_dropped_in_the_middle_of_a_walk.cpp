// SPDX-License-Identifier: GPL-2.0
// The lock is given away in the middle of a walk of what it protects.
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    u32 id = 0;
};
using Table = SpinLock<Vec<Session>>;
void drop(Table::Guard) {}
u32 find(const Table& table, u32 id)
{
    auto guard = table.lock();
    for (Session& session : *guard) {
        if (session.id != id)
            continue;
        drop(move(guard)); // expect-error: [keel-exclusive]
        return session.id;
    }
    return 0;
}
