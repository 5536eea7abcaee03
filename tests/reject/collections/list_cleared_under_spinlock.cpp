// SPDX-License-Identifier: GPL-2.0
// Elements whose end sleeps are not dropped under a spinlock.
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Buffer {
    VVec<u8> bytes;
    ListLinks links;
};
void drop_all(const SpinLock<List<Box<Buffer>, &Buffer::links>>& buffers)
{
    buffers.lock()->clear(); // expect-error: [keel-atomic-context]
}
