// SPDX-License-Identifier: GPL-2.0
// Padding holds what the stack held before.
#include <keel/core/span.hpp>
struct Padded { char c; int n; };
auto caller(const Padded& p) { return keel::as_bytes(p); } // expect-error: no matching function
