// SPDX-License-Identifier: GPL-2.0
// A static member is a global.
#include <keel/prelude.hpp>

using namespace keel;

struct Table {
    static const Span<int> values; // the definition is the error
};

Span<int> find();
const Span<int> Table::values = find(); // expect-error: global 'values' keeps a borrow [keel-borrow-global]
