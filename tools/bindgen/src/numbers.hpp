// SPDX-License-Identifier: GPL-2.0
#pragma once

#include <clang-c/Index.h>

#include <string>

namespace bindgen {

bool is_unsigned(CXTypeKind kind);

// C++ literals. An unsigned value is cut to the width of its type: clang sign-extends what it reports.
std::string unsigned_literal(unsigned long long value, CXTypeKind kind);
std::string signed_literal(long long value);

// `chars` between double quotes, with escapes.
std::string string_literal(const std::string& chars);

} // namespace bindgen
