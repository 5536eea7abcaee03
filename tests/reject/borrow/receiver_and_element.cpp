// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct Queue {
    Vec<u32> entries;
    Result<void> add(const u32& value) { return entries.push(value, GFP_KERNEL); }
};
Result<void> repeat_first(Queue& queue)
{
    return queue.add(queue.entries[0]); // expect-error: [keel-exclusive-args]
}
