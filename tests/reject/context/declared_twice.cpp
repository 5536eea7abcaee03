// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Sink {
    KEEL_ANY_CONTEXT virtual void put(u32 value) const = 0;
};

struct Log final : Sink {
    // expect-error@+1: is declared both KEEL_MAY_SLEEP and KEEL_ANY_CONTEXT [keel-context-declared]
    KEEL_MAY_SLEEP void put(u32 value) const override { pr_info("{}\n", value); }
};
