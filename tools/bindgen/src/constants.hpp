// SPDX-License-Identifier: GPL-2.0
#pragma once

#include "spelling.hpp"

#include <string>

namespace bindgen {

// `inline constexpr` definition of `name` with the value and type of the constant `value`; "" when that is neither an
// integer nor a string.
std::string constant_definition(const std::string& name, CXCursor value, const Speller& speller);

// The value as preprocessor text ("250", "\"x\""), or "".
std::string constant_text(CXCursor value);

} // namespace bindgen
