// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/page.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<Page> make(const SpinLock<u32>& count)
{
    auto c = count.lock();
    ++*c;
    return Page::create(GFP_KERNEL); // expect-error: [keel-atomic-context]
}
