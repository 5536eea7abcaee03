// SPDX-License-Identifier: GPL-2.0
// A file keeps its device, to ask whether it is still there.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    cdev::Minor minor;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Session {
    static Session open(Init<Session>&, ArcBorrow<Plug>, const fs::File&) { return {}; }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Hub {
    cdev::Minors<Plug, Session> plugs;
    static Hub init(Init<Hub>& init)
    {
        return {.plugs = cdev::Minors<Plug, Session>::start(init, {.name = "plug", .count = 4})}; // expect-error: a class for each open file has: public: Arc<T> device
    }
};
