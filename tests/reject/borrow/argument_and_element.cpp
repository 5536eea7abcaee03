// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

Result<void> push_all(Vec<u32>& queue, const u32& value);
Result<void> repeat_first(Vec<u32>& queue)
{
    return push_all(queue, queue[0]); // expect-error: [keel-exclusive-args]
}
