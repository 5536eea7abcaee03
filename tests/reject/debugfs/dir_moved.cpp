// SPDX-License-Identifier: GPL-2.0
// The files lead to the object where it was built.
// rustc: E0505
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    Atomic<u32> limit;
    debugfs::Registration<Nic> debug;
};
void steal(Nic& nic)
{
    auto taken = move(nic.debug); // expect-error: deleted
    (void)taken;
}
