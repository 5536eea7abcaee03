// SPDX-License-Identifier: GPL-2.0
#pragma once

#include <string>
#include <vector>

namespace bindgen {

// Counts what was compared, and collects the differences.
struct Comparison {
    long long records = 0;
    long long offsets = 0;
    long long bit_fields = 0;
    long long absent = 0; // records that the other side does not have
    std::vector<std::string> differences;

    // Prints them all and the counts, `absent_text` after the number of absent records. True: no difference.
    bool report(const std::string& what, const std::string& absent_text) const;
};

} // namespace bindgen
