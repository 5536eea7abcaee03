// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

Vec<u32> read_samples();
u32 first()
{
    Vec<u32>&& samples = move(read_samples()); // expect-error: temporary
    return samples[0];
}
