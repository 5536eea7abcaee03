// SPDX-License-Identifier: GPL-2.0
// rustc: klint
#include <keel/prelude.hpp>
#include <keel/task/notifier.hpp>
using namespace keel;
void tell(const NotifierChain<u32>& chain, const SpinLock<u32>& link)
{
    auto held = link.lock();
    chain.tell(*held); // expect-error: [keel-atomic-context]
}
