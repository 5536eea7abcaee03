// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

struct Settings { Vec<u8> name; };
Vec<u8> name(const Arc<Settings>& settings)
{
    return move(settings->name); // expect-error: deleted
}
