// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    Arc<Mutex<u32>> total;
    Session(Session&& other) : total {move(other.total)} {}
    ~Session() { --*total->lock(); }
};
void close_all(const SpinLock<Vec<Session>>& sessions)
{
    auto s = sessions.lock();
    s->clear(); // expect-error: [keel-atomic-context]
}
