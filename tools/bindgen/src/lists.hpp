// SPDX-License-Identifier: GPL-2.0
// The text files that say what to generate. In all of them a line is one entry and `#` starts a comment.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace bindgen {

// headers.list: `linux/fs.h`, or `linux/fs.h optional` for a header that not every kernel has.
struct Header {
    std::string name;
    bool optional = false;
    int line = 0; // in the list, for messages
};

std::vector<Header> read_headers(const std::filesystem::path& file);

// The hand-written shims in `folder`, which may be empty for none: absolute paths in a fixed order.
std::vector<std::filesystem::path> shim_files(const std::filesystem::path& folder);

// The wanted list: `group NAME`. NAME is a C name or a feature (KEEL_HAS_..., CONFIG_...).
struct Wanted {
    std::string group;
    std::string name;
};

std::vector<Wanted> read_wanted(const std::filesystem::path& file);

// overrides.list: `opaque NAME`, `noreturn NAME`, `nodiscard NAME`, `printf NAME FORMAT FIRST`; each with its reason as
// comment.
class Overrides {
public:
    static Overrides read(const std::filesystem::path& file);

    bool opaque(const std::string& name) const { return has("opaque", name); }

    // "__attribute__((...)) " for the declaration of the function `name`, or "".
    std::string attributes(const std::string& name) const;

private:
    bool has(const std::string& what, const std::string& name) const;

    std::map<std::string, std::map<std::string, std::string>> entries_; // what -> name -> arguments
};

} // namespace bindgen
