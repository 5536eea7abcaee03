// SPDX-License-Identifier: GPL-2.0
// What open gets is an owner, which the file keeps: a reference would end with the call.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    cdev::Minor minor;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Session {
    Arc<Plug> device;
    static Session open(Init<Session>& init, const Plug&, const fs::File&);
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Hub {
    cdev::Minors<Plug, Session> plugs;
    static Hub init(Init<Hub>& init)
    {
        return {.plugs = cdev::Minors<Plug, Session>::start(init, {.name = "plug", .count = 4})}; // expect-error: a class for each open file needs: public: static F open(Init<F>&, ArcBorrow<T>, const fs::File&)
    }
};
