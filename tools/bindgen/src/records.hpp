// SPDX-License-Identifier: GPL-2.0
// A C struct or union as a C++ one of identical layout.
//
// No attribute of the C source is interpreted. clang has computed every offset; the natural layout of the same members
// is computed beside it, and where the two differ the C++ text gets the `aligned` or `packed` that makes up for it.
#pragma once

#include "layout.hpp"
#include "spelling.hpp"

namespace bindgen {

class RecordWriter {
public:
    RecordWriter(const Speller& speller, Names& names, Needs& needs) : speller_(speller), names_(names), needs_(needs)
    {}

    // The definition of the record, and in `layout` what is to be verified about it.
    std::string definition(CXCursor record, RecordLayout& layout);

    // Only bytes of the right size and alignment.
    std::string opaque(CXCursor record, RecordLayout& layout);

private:
    struct Body;

    Body body(CXType type, long long base, const std::string& indent);
    void member(Body& body, CXCursor field, long long base, const std::string& indent);
    void bit_field(Body& body, CXCursor field, long long base, const std::string& indent);
    std::string anonymous_member(CXCursor field, long long base, const std::string& indent);
    std::string named_member(CXCursor field, CXType element);
    std::string declare(CXType type, const std::string& name);
    std::string placement(Body& body, CXType type, long long offset, const std::string& indent);
    void describe(CXCursor record, RecordLayout& layout);

    const Speller& speller_;
    Names& names_;
    Needs& needs_;
    RecordLayout* layout_ = nullptr; // of the record being written
};

} // namespace bindgen
