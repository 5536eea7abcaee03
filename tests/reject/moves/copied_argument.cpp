// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void consume(Vec<u8> text);
void twice(Vec<u8>& text)
{
    consume(text); // expect-error: deleted
}
