// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32 length(const Vec<u32>* queue)
{
    return static_cast<u32>(queue->len()); // expect-error: [keel-unsafe-op]
}
