// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

void send(const CString& name)
{
    later::queue([text = Option<CStr>(name.as_cstr())] { (void)text.is_some(); }); // expect-error: this closure is kept after the call, and captures a borrow [keel-borrow-escapes]
}
