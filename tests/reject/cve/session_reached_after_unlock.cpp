// SPDX-License-Identifier: GPL-2.0
// The lookup lock is dropped, another close frees the session, and the reference is used.
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

struct Session { u32 id; };
struct Table { Vec<Box<Session>> open; };
u32 ioctl(const Mutex<Table>& table, usize at)
{
    Option<Session&> session;
    {
        auto t = table.lock();
        session = *t->open[at]; // expect-error: [keel-dangling]
    }
    return session.value().id;
}
