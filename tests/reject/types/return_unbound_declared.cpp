// SPDX-License-Identifier: GPL-2.0
// Of a function that is defined elsewhere only its signature is known. rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

Span<const u8> header(const Vec<u8>& packet, usize len); // expect-error: returns a borrow, 'Span<const u8>', and does not say of what [keel-return-unbound]
