// SPDX-License-Identifier: GPL-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace bindgen {

using Files = std::map<std::filesystem::path, std::string>; // relative name -> text

// The contents of a file; throws Failure when it cannot be read.
std::string read_file(const std::filesystem::path& path);

// Writes all files into a new folder beside `out` and puts it in place at the end: `out` is complete or untouched.
void write_folder(const std::filesystem::path& out, const Files& files);

} // namespace bindgen
