// SPDX-License-Identifier: GPL-2.0
// Removal waits for the operations that run.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    cdev::Minor minor;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
void caller(const cdev::Minors<Plug>& plugs, const SpinLock<u32>& count)
{
    const auto held = count.lock();
    plugs.remove(*held); // expect-error: [keel-atomic-context]
}
