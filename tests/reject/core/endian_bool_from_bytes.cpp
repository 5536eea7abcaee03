// SPDX-License-Identifier: GPL-2.0
// Not every byte is a bool.
// rustc: E0277
#include <keel/core/endian.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Flags {
    bool on;
};
bool is_on(Span<const u8> bytes)
{
    return from_bytes<Flags>(bytes).value().on; // expect-error: no matching function
}
