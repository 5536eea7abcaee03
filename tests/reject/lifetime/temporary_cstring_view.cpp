// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

Result<CString> name_of(u32 id);
usize len(u32 id)
{
    const CStr name = name_of(id).value().as_cstr(); // expect-error: temporary
    return name.len();
}
