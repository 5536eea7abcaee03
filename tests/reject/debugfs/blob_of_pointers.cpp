// SPDX-License-Identifier: GPL-2.0
// The bytes of a file tell no address, and none that was never written.
// class: uninitialised
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct State {
    u8 kind;
    u32 number;
};
struct Nic {
    State state;
    debugfs::Registration<Nic> debug;
    static Nic init(Init<Nic>& init)
    {
        return {.state = {}, .debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    files.blob<&Nic::state>("state"); // expect-error: a blob is a container of u8, a value without padding
                })};
    }
};
