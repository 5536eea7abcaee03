// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

static void add(const Mutex<u32>& total)
{
    ++*total.lock();
}

KEEL_ANY_CONTEXT void hit(const Mutex<u32>& total, bool count)
{
    if (count)
        // expect-error@+1: 'add' may sleep in 'hit', which is declared to run in any context [keel-context-declared]
        add(total);
}
