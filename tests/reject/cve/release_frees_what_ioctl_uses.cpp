// SPDX-License-Identifier: GPL-2.0
// Use after free in a race of release with ioctl: the object is shared by whoever can reach it, or it is not reached.
#include <keel/prelude.hpp>

using namespace keel;

struct Session { Mutex<u32> state; };
struct Table { Vec<Box<Session>> open; };
class Driver {
public:
    u32 ioctl(usize at)
    {
        const Session& session = *table_.open[at];
        release(at); // expect-error: [keel-exclusive]
        return *session.state.lock();
    }
    void release(usize at) { table_.open.truncate(at); }

private:
    Table table_;
};
