// SPDX-License-Identifier: GPL-2.0
// Just enough JSON to read back what layout_json.cpp writes.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace bindgen {

struct Json {
    std::string text; // of a string, or the digits of a number, or true/false/null
    std::vector<Json> items;
    std::map<std::string, Json> members;

    // Throws Failure at the first thing that is not JSON.
    static Json parse(const std::string& text);

    // Throws Failure when there is no such member.
    const Json& operator[](const std::string& member) const;
    long long number() const;
};

} // namespace bindgen
