// SPDX-License-Identifier: GPL-2.0
// What was found out about each record and constant: the asserts, layout.json and the BTF comparison are made of this.
#pragma once

#include <string>
#include <vector>

namespace bindgen {

struct FieldLayout {
    std::string c_name;
    std::string cpp_name;
    long long offset = 0; // in bits, from the start of the record
    long long width = 0;  // in bits for a bit-field, else 0
};

// How C reaches a type: `type` ("struct file"), or for the anonymous type of a member the outer type and the members to
// go through ("struct drm_stats", {"data[0]"}). Empty `type`: C cannot name it at all.
struct CPath {
    std::string type;
    std::vector<std::string> members;
};

struct RecordLayout {
    std::string keyword;  // struct or union
    std::string cpp_name; // in namespace bindings
    CPath c;
    long long size = 0;
    long long align = 0;
    bool opaque = false;             // only size and alignment are promised
    std::vector<FieldLayout> fields; // with those of anonymous members
};

// An enumerator or a macro, and its value as a literal.
struct ConstantValue {
    std::string c_name;
    std::string literal;
};

} // namespace bindgen
