// SPDX-License-Identifier: GPL-2.0
// rustc: klint
#include <keel/prelude.hpp>
#include <keel/task/thread.hpp>
using namespace keel;
void run(const ThisThread& self, const SpinLock<u32>& lines)
{
    auto held = lines.lock();
    self.wait(Duration::secs(1)); // expect-error: [keel-atomic-context]
}
