// SPDX-License-Identifier: GPL-2.0
// rustc: E0509
#include <keel/prelude.hpp>

using namespace keel;

struct Lease {
    Box<u32> slot;
    ~Lease() { pr_info("lease of {} ends\n", *slot); }
};
struct Session { Lease lease; };
void consume(Box<u32> slot);
void close(Session session)
{
    consume(move(session.lease.slot)); // expect-error: [keel-move-from-borrow]
}
