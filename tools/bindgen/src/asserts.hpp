// SPDX-License-Identifier: GPL-2.0
// The layouts as static asserts: over the emitted headers for the C++ compiler, over the original ones for the kernel's
// own.
#pragma once

#include "layout.hpp"
#include "lists.hpp"

#include <string>
#include <vector>

namespace bindgen {

std::string cpp_asserts(const std::vector<RecordLayout>& layouts);
std::string c_asserts(const std::vector<RecordLayout>& layouts, const std::vector<ConstantValue>& constants);

} // namespace bindgen
