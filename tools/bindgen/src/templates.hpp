// SPDX-License-Identifier: GPL-2.0
// The fixed text around what was generated.
#pragma once

#include "emitter.hpp"

#include <map>
#include <string>
#include <vector>

namespace bindgen {

std::string types_header();
std::string features_header(const std::string& definitions, const std::string& release);
std::string group_header(const Group& group, const std::string& release);
std::string shims_source(const std::vector<Header>& headers, const std::string& shims);
std::string cpp_check_source(const std::vector<Group>& groups, const std::string& asserts);
std::string c_check_source(const std::vector<Header>& headers, const std::vector<std::filesystem::path>& shims,
                           const std::string& asserts);
std::string missing_text(const std::map<std::string, std::string>& missing, const std::string& release);

} // namespace bindgen
