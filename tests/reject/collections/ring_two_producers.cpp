// SPDX-License-Identifier: GPL-2.0
// There is one of each end.
// rustc: E0382
#include <keel/collections/ring.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Queue = Ring<u32, 8>;
struct Device {
    Queue::Producer irq;
    Queue::Producer timer;
};
Device make(Queue::Producer producer)
{
    return {.irq = move(producer), .timer = move(producer)}; // expect-error: [keel-use-after-move]
}
