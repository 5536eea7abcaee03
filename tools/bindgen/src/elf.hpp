// SPDX-License-Identifier: GPL-2.0
#pragma once

#include <string>

namespace bindgen {

bool is_elf(const std::string& data);

// The contents of a section of a 64-bit ELF file. Throws Failure when there is none of that name.
std::string elf_section(const std::string& data, const std::string& name);

} // namespace bindgen
