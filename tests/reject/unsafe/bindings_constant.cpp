// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

bool is_accounted()
{
    return bindings::GFP_KERNEL != bindings::GFP_KERNEL_ACCOUNT; // expect-error: [keel-bindings-reach]
}
