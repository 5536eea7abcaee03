// SPDX-License-Identifier: GPL-2.0
#pragma once

#include "options.hpp"

namespace bindgen {

// The `generate` command: headers and wanted names in, a folder of bindings out.
void generate(const Options& options);

} // namespace bindgen
