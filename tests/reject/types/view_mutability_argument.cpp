// SPDX-License-Identifier: GPL-2.0
// rustc: E0596
#include <keel/prelude.hpp>

using namespace keel;

void clear(Vec<int>& values) { values.clear(); }

struct KEEL_VIEW Writer {
    Vec<int>& to;
};

void run(const Writer& writer)
{
    clear(writer.to); // expect-error: through a const view of type 'Writer' [keel-view-mutability]
}
