// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

struct Settings { u32 limit; };
void raise(const Arc<Settings>& settings)
{
    settings->limit = 8; // expect-error: cannot assign
}
