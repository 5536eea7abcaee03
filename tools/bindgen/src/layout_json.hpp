// SPDX-License-Identifier: GPL-2.0
// layout.json: the layouts on disk, one record a line, for the commands that verify.
#pragma once

#include "layout.hpp"

#include <filesystem>

namespace bindgen {

std::vector<RecordLayout> read_layouts(const std::filesystem::path& file);

std::string to_json(const std::string& release, const std::vector<RecordLayout>& layouts);

} // namespace bindgen
