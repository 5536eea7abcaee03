// SPDX-License-Identifier: GPL-2.0
// Finds what a wanted name is in this kernel, and has it declared.
#pragma once

#include "emitter.hpp"
#include "shims.hpp"

#include <map>
#include <string>
#include <vector>

namespace bindgen {

class Resolver {
public:
    Resolver(const Declarations& declarations, Names& names, Emitter& emitter, ShimWriter& shims)
        : declarations_(declarations), names_(names), emitter_(emitter), shims_(shims)
    {}

    // Into the emitter's current group. A name that is not there is noted in missing().
    void want(const std::string& cpp_name);

    // Names without a declaration, and why.
    const std::map<std::string, std::string>& missing() const { return missing_; }

private:
    bool callable(const std::string& name);
    bool type(const std::string& name);
    std::string why_missing(const std::string& name) const;

    const Declarations& declarations_;
    Names& names_;
    Emitter& emitter_;
    ShimWriter& shims_;
    std::map<std::string, std::string> missing_;
};

} // namespace bindgen
