// SPDX-License-Identifier: GPL-2.0
// C functions with a symbol for the static inline functions that C++ wants to call.
#pragma once

#include "spelling.hpp"

#include <map>
#include <string>

namespace bindgen {

class ShimWriter {
public:
    ShimWriter(const Declarations& declarations, Names& names)
        : c_(Language::c, declarations, names, nullptr),
          boundary_(Language::c_without_spaces, declarations, names, nullptr)
    {}

    // Throws Unsupported when the function cannot be forwarded to.
    void add(const std::string& name, CXCursor function);

    bool empty() const { return shims_.empty(); }
    std::string text() const;

private:
    Speller c_;
    Speller boundary_; // for the signature
    std::map<std::string, std::string> shims_;
};

} // namespace bindgen
