// SPDX-License-Identifier: GPL-2.0
// Bytes that a file changes are behind a lock.
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    Array<u8, 16> block;
    debugfs::Registration<Nic> debug;
    static Nic init(Init<Nic>& init)
    {
        return {.block = {}, .debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    files.writable_blob<&Nic::block>("block"); // expect-error: what a file changes is behind a lock
                })};
    }
};
