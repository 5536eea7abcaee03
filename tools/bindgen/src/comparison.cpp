// SPDX-License-Identifier: GPL-2.0
#include "comparison.hpp"

#include <iostream>

namespace bindgen {

bool Comparison::report(const std::string& what, const std::string& absent_text) const
{
    for (const std::string& difference : differences)
        std::cout << difference << "\n";
    std::cout << what << ": " << records << " records, " << offsets << " offsets, " << bit_fields
              << " bit-fields compared, " << absent << " " << absent_text << ", " << differences.size()
              << " mismatches\n";
    return differences.empty();
}

} // namespace bindgen
