// SPDX-License-Identifier: GPL-2.0
// rustc: E0423
#include <keel/prelude.hpp>

using namespace keel;

Error make()
{
    return Error {-22}; // expect-error: calling a private constructor
}
