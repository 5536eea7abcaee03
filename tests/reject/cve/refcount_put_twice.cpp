// SPDX-License-Identifier: GPL-2.0
// A reference is given back in the error path and again at the end: the count underflows.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Session { u32 id; };
template <class T> void put([[maybe_unused]] Arc<T> reference) {}
Result<void> attach(Arc<Session> session, bool busy)
{
    if (busy)
        put(move(session));
    put(move(session)); // expect-error: [keel-use-after-move]
    return {};
}
