// SPDX-License-Identifier: GPL-2.0
// Compares what was generated with what others say about the same types. Both print what they compared, name every
// difference, and return whether there was none.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bindgen {

// With the kernel image's own description.
bool verify_btf(const std::filesystem::path& layouts, const std::filesystem::path& btf);

// With how a C++ compiler lays out the emitted headers, as included by `source`. Bit-fields are only seen here: no
// static assert can ask for their position.
bool verify_cpp(const std::filesystem::path& layouts, const std::filesystem::path& source,
                const std::vector<std::string>& flags);

} // namespace bindgen
