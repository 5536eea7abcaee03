// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Table { Vec<u32> entries; };
static Table table; // expect-error: declaration requires an exit-time destructor
usize len() { return table.entries.len(); }
