// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void overwrite(Vec<u8>& to, Vec<u8>& from)
{
    to = from; // expect-error: deleted
}
