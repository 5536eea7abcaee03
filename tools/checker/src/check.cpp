// SPDX-License-Identifier: GPL-2.0
#include "rules.hpp"

namespace keel::checker {

void check(Context& context)
{
    check_goto(context);
}

} // namespace keel::checker
