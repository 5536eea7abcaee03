// SPDX-License-Identifier: GPL-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bindgen {

// The command line of `keel-bindgen generate`.
struct Options {
    std::filesystem::path headers;   // the list of C headers
    std::filesystem::path overrides; // may be empty: no overrides
    std::filesystem::path wanted;    // "group NAME" lines
    std::filesystem::path shims;     // folder of hand-written shims; may be empty: none
    std::filesystem::path out;       // replaced as a whole when all went well
    std::string release;             // named in missing.txt
    bool all = false;                // everything the headers declare, not only what is wanted
    bool verbose = false;            // times on standard error
    std::vector<std::string> flags;  // of the C compiler
};

Options parse_options(int argc, char** argv);

} // namespace bindgen
