// SPDX-License-Identifier: GPL-2.0
// rustc: klint
#include <keel/prelude.hpp>
#include <keel/sync/revocable.hpp>
#include <keel/time/delay.hpp>
using namespace keel;
bool use(const Revocable<u32>& registers)
{
    return registers.with([](const u32&) {
        sleep(Duration::millis(1)); // expect-error: [keel-atomic-context]
    });
}
