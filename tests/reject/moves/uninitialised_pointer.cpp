// SPDX-License-Identifier: GPL-2.0
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

bool found(Vec<u32>& table)
{
    u32* at; // expect-error: [keel-uninit]
    at = table.begin();
    return at != table.end();
}
