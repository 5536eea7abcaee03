// SPDX-License-Identifier: GPL-2.0
// A File is borrowed for one call.
#include <keel/fs/file.hpp>
using namespace keel;
void caller(const fs::File& file) { fs::File kept = file; } // expect-error: deleted
