// SPDX-License-Identifier: GPL-2.0
// One translation unit out of all headers, the hand-written shims and our questions about macros.
#pragma once

#include "clang.hpp"
#include "lists.hpp"
#include "options.hpp"

#include <set>
#include <string>

namespace bindgen {

// Names the questions about macros are asked with, in the translation unit.
inline constexpr const char* value_prefix = "keel_value_";     // a constant with the value of an object-like macro
inline constexpr const char* defined_prefix = "keel_defined_"; // an enumerator that exists when the macro does

class Parsed {
public:
    // Reads the headers as the kernel's C compiler would, but with address spaces that libclang can see, and without
    // function bodies. `macros` are asked about. Throws Failure with file, line and clang's message when a header
    // cannot be parsed.
    Parsed(const Options& options, const std::vector<Header>& headers, const std::set<std::string>& macros);
    ~Parsed();
    Parsed(const Parsed&) = delete;
    Parsed& operator=(const Parsed&) = delete;

    CXCursor root() const { return clang_getTranslationUnitCursor(unit_); }
    CXTranslationUnit unit() const { return unit_; }

private:
    CXIndex index_;
    CXTranslationUnit unit_ = nullptr;
};

// The names of all object-like macros that may be constants (for --all).
std::set<std::string> constant_like_macros(const Options& options, const std::vector<Header>& headers);

} // namespace bindgen
