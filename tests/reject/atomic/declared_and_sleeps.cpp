// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

KEEL_ANY_CONTEXT void count(const Mutex<u32>& hits)
{
    (*hits.lock())++; // expect-error: [keel-context-declared]
}
