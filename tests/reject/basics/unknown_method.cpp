// SPDX-License-Identifier: GPL-2.0
// rustc: E0599
#include <keel/prelude.hpp>

using namespace keel;

usize size(const Vec<u32>& queue)
{
    return queue.size(); // expect-error: no member named 'size'
}
