// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

template <class T> u32 calls()
{
    static constinit u32 n = 0; // expect-error: [keel-mutable-global]
    return ++n;
}
u32 both() { return calls<u32>() + calls<u8>(); }
