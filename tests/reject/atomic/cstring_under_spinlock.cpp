// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<CString> name(const SpinLock<u32>& next)
{
    auto n = next.lock();
    (*n)++;
    return CString::create("session", GFP_KERNEL); // expect-error: [keel-atomic-context]
}
