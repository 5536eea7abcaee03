// SPDX-License-Identifier: GPL-2.0
// rustc: E0061
#include <keel/prelude.hpp>

using namespace keel;

Result<void> add(Vec<u32>& queue)
{
    return queue.reserve(GFP_KERNEL); // expect-error: no matching member function
}
