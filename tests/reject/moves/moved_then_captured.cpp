// SPDX-License-Identifier: GPL-2.0
// Captured by reference after it was moved.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

Result<void> take(Vec<u8> bytes);
Result<usize> captured(Vec<u8> bytes)
{
    TRY(take(move(bytes)));
    auto length = [&] { return bytes.len(); }; // expect-error: [keel-use-after-move]
    return length();
}
