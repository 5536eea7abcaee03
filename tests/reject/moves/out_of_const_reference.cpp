// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

void consume(Vec<u8> name);
void steal(const Vec<u8>& name)
{
    consume(move(name)); // expect-error: deleted
}
