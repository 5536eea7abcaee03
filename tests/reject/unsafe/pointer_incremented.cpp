// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

const u8* next(const u8* at KEEL_LIFETIME_BOUND)
{
    return ++at; // expect-error: [keel-unsafe-op]
}
