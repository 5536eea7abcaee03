// SPDX-License-Identifier: GPL-2.0
// What others have could be a device already, or be removed as one that it is not.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    cdev::Minor minor;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
Result<void> caller(const cdev::Minors<Plug>& plugs, const Arc<Plug>& plug)
{
    (void)TRY(plugs.add(1, plug.clone())); // expect-error: no viable conversion
    return {};
}
