// SPDX-License-Identifier: GPL-2.0
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

Result<usize> rename(CString& name)
{
    const CStr old = name.as_cstr();
    name = TRY(CString::create("renamed", GFP_KERNEL)); // expect-error: [keel-exclusive]
    return old.len();
}
