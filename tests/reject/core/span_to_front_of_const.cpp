// SPDX-License-Identifier: GPL-2.0
// What is read-only stays where it is.
#include <keel/core/array.hpp>
using namespace keel;
usize caller(Span<const u8> bytes) { return bytes.to_front(1); } // expect-error: invalid reference to function 'to_front'
