// SPDX-License-Identifier: GPL-2.0
#pragma once

#include "clang.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace bindgen {

inline constexpr const char* shim_prefix = "keel_shim_";

using Index = std::unordered_map<std::string, CXCursor>;

// Everything the translation unit declares at file scope, by C name. Definitions win over declarations.
struct Declarations {
    Index functions; // with external linkage, hand-written shims included
    Index inlines;   // static ones: no symbol to call
    Index variables;
    Index records; // struct and union tags
    Index enums;
    Index typedefs;
    Index enumerators; // -> the enum
    Index values;      // macro name -> constant with its value
    std::vector<CXCursor> anonymous_enums;

    explicit Declarations(CXCursor root);

    bool macro_defined(const std::string& name) const;

private:
    void add(CXCursor cursor);
    void add_function(CXCursor cursor);
    void add_record(CXCursor cursor);
    void add_enum(CXCursor cursor);
};

std::optional<CXCursor> find(const Index& index, const std::string& name);

} // namespace bindgen
