// SPDX-License-Identifier: GPL-2.0
// Whoever closes a file last ends its object.
// rustc: E0277
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    cdev::Minor minor;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Session {
    struct KEEL_NOT_SEND State {
        int count;
    };
    Mutex<State> state;
    Arc<Plug> device;
    static Session open(Init<Session>&, ArcBorrow<Plug> plug, const fs::File&)
    {
        return {.state = {}, .device = plug.clone()};
    }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Hub {
    cdev::Minors<Plug, Session> plugs; // expect-error: [keel-not-send]
};
