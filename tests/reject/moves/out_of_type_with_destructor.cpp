// SPDX-License-Identifier: GPL-2.0
// rustc: E0509
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    Box<u32> slot;
    ~Session() { pr_info("closing {}\n", *slot); }
};
void consume(Box<u32> slot);
void close(Session session)
{
    consume(move(session.slot)); // expect-error: [keel-move-from-borrow]
}
