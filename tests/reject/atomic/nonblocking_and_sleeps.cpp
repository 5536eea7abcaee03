// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

void count(const Mutex<u32>& hits) [[clang::nonblocking]]
{
    (*hits.lock())++; // expect-error: [keel-context-declared]
}
