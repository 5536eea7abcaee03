// SPDX-License-Identifier: GPL-2.0
#include <keel/core/unsafe.hpp>
void caller()
{
    UNSAFE("trust me") {} // expect-error: UNSAFE needs a reason
}
