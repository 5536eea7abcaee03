// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

Result<void> load();
bool ready()
{
    if (load()) // expect-error: not contextually convertible to 'bool'
        return true;
    return false;
}
