// SPDX-License-Identifier: GPL-2.0
// What is read-only stays so.
#include <keel/core/array.hpp>
using namespace keel;
Span<u8> caller(const Array<u8, 4>& bytes) { return bytes; } // expect-error: no viable conversion
