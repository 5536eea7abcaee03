// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

template <Integer T> T half(T n) { return static_cast<T>(n / 2); }
bool cut(bool flag)
{
    return half(flag); // expect-error: no matching function
}
