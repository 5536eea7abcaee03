// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

usize len(Vec<u8>& text)
{
    auto later = [text] { return text.len(); }; // expect-error: deleted
    return later();
}
