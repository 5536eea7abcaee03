// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

void merge(Vec<u32>& into, Vec<u32>& from);
void merge_with_itself(Vec<u32>& queue)
{
    merge(queue, queue); // expect-error: [keel-exclusive-args]
}
