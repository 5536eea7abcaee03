// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

template <class To, class From> To convert(From from)
{
    return reinterpret_cast<To>(from); // expect-error: [keel-unsafe-op]
}
usize address(u8* bytes) { return convert<usize>(bytes); }
