// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Sink {
    KEEL_ANY_CONTEXT virtual void put(u32 value) const = 0;
};

struct Total final : Sink {
    Mutex<u32> sum;

    void put(u32 value) const override
    {
        // expect-error@+1: in 'Total::put', which is declared to run in any context [keel-context-declared]
        *sum.lock() += value;
    }
};
