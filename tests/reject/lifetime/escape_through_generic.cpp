// SPDX-License-Identifier: GPL-2.0
// Passes on what it was given, which need not own all it uses.
// rustc: E0310
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

template <class F> void soon(F run)
{
    later::queue(move(run)); // expect-error: [keel-borrow-escapes]
}
void start()
{
    u32 progress = 0;
    soon([&progress] { pr_info("{}\n", progress); });
}
