// SPDX-License-Identifier: GPL-2.0
#pragma once

#include "names.hpp"

#include <string>
#include <vector>

namespace bindgen {

// The enum with its C underlying type, so that its size is the same; unscoped, so that its values are used as in C.
std::string enum_definition(CXCursor definition, const Names& names);

std::vector<ConstantValue> enumerators_of(CXCursor definition);

} // namespace bindgen
