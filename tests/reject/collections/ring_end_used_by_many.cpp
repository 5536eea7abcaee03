// SPDX-License-Identifier: GPL-2.0
// Who shares an end cannot use it: it is behind a lock, or has one user.
// rustc: E0596
#include <keel/collections/ring.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Device {
    Ring<u32, 8>::Producer producer;
};
bool report(const Arc<Device>& device, u32 event)
{
    return device->producer.push(event).is_none(); // expect-error: not marked const
}
