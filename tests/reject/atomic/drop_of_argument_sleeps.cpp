// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    u32 id;
    Arc<Mutex<u32>> total;
    ~Session() { --*total->lock(); }
};
void close(const SpinLock<u32>& open, Box<Session> session)
{
    auto o = open.lock();
    (*o)--;
    session.reset(); // expect-error: [keel-atomic-context]
}
