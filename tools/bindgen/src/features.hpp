// SPDX-License-Identifier: GPL-2.0
// What `#if` may ask about a kernel: KEEL_HAS_FIELD_file_f_ref, KEEL_HAS_FUNC_kvfree, KEEL_HAS_MACRO_MAX_ERRNO,
// CONFIG_SMP.
#pragma once

#include "declarations.hpp"

#include <set>
#include <string>

namespace bindgen {

bool is_feature(const std::string& name);

// The macro that must be asked about to answer `feature`, or "".
std::string macro_behind(const std::string& feature);

// The `#define` lines. A field, function or macro is 1 or 0; a CONFIG is its value, and undefined when not set, as in
// C.
std::string feature_definitions(const std::set<std::string>& features, const Declarations& declarations);

} // namespace bindgen
