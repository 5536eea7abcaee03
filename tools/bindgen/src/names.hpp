// SPDX-License-Identifier: GPL-2.0
// What a C name is called in namespace bindings.
#pragma once

#include "declarations.hpp"
#include "layout.hpp"

namespace bindgen {

// A C++ keyword (`class`, `new`, ...) gets a trailing underscore.
std::string identifier(const std::string& c_name);

// The C name that `identifier` made into `cpp_name`.
std::string c_name_of(const std::string& cpp_name);

class Names {
public:
    explicit Names(const Declarations& declarations) : declarations_(declarations) {}

    // C++ name of a struct, union or enum. A tag that a typedef of another type took becomes `tag__tag`.
    std::string tag(CXCursor cursor) const;

    // How C says the same type ("struct file", "spinlock_t"), or "" when it has no name there.
    std::string c_type(CXCursor cursor) const;

    // The same, also for the anonymous type of a member.
    CPath c_path(CXCursor cursor) const;

    // An anonymous record is named after the member that it is the type of.
    void name_anonymous(CXCursor cursor, const std::string& cpp_name, const CPath& path);

    // Whether the typedef `name` stands for this very record or enum.
    bool typedef_is(const std::string& name, CXCursor cursor) const;

private:
    struct Anonymous {
        std::string cpp_name;
        CPath path;
    };

    const Declarations& declarations_;
    CursorMap<Anonymous> anonymous_;
};

// "struct", "union" or "enum".
const char* keyword_of(CXCursor cursor);

} // namespace bindgen
