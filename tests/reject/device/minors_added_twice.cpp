// SPDX-License-Identifier: GPL-2.0
// A device has one number: an object is given away when it is added.
// rustc: E0382
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    cdev::Minor minor;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
Result<void> caller(const cdev::Minors<Plug>& plugs, UniqueArc<Plug> plug)
{
    (void)TRY(plugs.add(1, move(plug)));
    (void)TRY(plugs.add(2, move(plug))); // expect-error: [keel-use-after-move]
    return {};
}
