// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

Result<CStr> name()
{
    CString made = TRY(CString::create("sensor", GFP_KERNEL));
    return made.as_cstr(); // expect-error: [keel-dangling]
}
